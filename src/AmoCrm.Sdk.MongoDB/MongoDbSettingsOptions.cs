using MongoDB.Driver;

namespace AmoCrm.Sdk.MongoDB;

/// <summary>Which collection holds the settings, and how it is reached.</summary>
public sealed class MongoDbSettingsOptions
{
    /// <summary>The collection of the legacy documents: <c>agent_settings</c>.</summary>
    public const string DefaultCollection = "agent_settings";

    /// <summary>The connection string: <c>mongodb://user:password@host:27017/?options</c>, or <c>mongodb+srv://…</c>. It never reaches a log or a message.</summary>
    /// <remarks>Its <c>readPreference</c>, <c>readConcernLevel</c>, <c>w</c> and <c>serverSelectionTimeoutMS</c> do not count: settings are always read from the primary and written to a majority.</remarks>
    public string ConnectionString { get; set; } = string.Empty;

    /// <summary>The database.</summary>
    public string Database { get; set; } = string.Empty;

    /// <summary>The collection.</summary>
    /// <value>By default <see cref="DefaultCollection"/>.</value>
    public string Collection { get; set; } = DefaultCollection;

    /// <summary>How long a server is looked for before a call fails.</summary>
    /// <value>By default 3 seconds: a request to amoCRM waits for it.</value>
    public TimeSpan ServerSelectionTimeout { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>How long one reading or writing may take, with <see cref="ServerSelectionTimeout"/> in it. A majority has to confirm a writing within the same time.</summary>
    /// <value>By default 10 seconds.</value>
    public TimeSpan OperationTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Whether a unique index on <c>agent_id</c> is made where there is none.</summary>
    /// <value>By default true. False: for a user that may not make indexes. An agent that is there twice is an error all the same.</value>
    public bool EnsureIndex { get; set; } = true;

    /// <summary>Changes what the driver took from the connection string: certificates, pool sizes, events.</summary>
    /// <value>By default nothing.</value>
    public Action<MongoClientSettings>? ConfigureClient { get; set; }

    /// <summary>Checks the options.</summary>
    /// <exception cref="AmoCrmConfigurationException">Some are not allowed; the message names all of them.</exception>
    public void Validate()
    {
        var problems = MongoDbSettingsOptionsValidator.ProblemsOf(this);
        if (problems.Count > 0)
        {
            throw new AmoCrmConfigurationException(string.Join(' ', problems));
        }
    }

    internal MongoDbSettingsOptions Copy() => (MongoDbSettingsOptions)MemberwiseClone();
}
