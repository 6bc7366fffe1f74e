using AmoCrm.Sdk;
using AmoCrm.Sdk.MongoDB;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Takes the settings of agents from MongoDB.</summary>
public static class AmoCrmMongoDbBuilderExtensions
{
    /// <summary>
    /// Takes settings from the collection <c>agent_settings</c>. Adds <see cref="MongoDbSettingsStore"/> to the services, as <see cref="IAmoCrmSettingsStore"/> and
    /// <see cref="IAmoCrmSettingsResolver"/> too. Options are checked when the host starts; the database is asked first by the first request.
    /// </summary>
    /// <param name="builder">What <c>AddAmoCrm</c> answered.</param>
    /// <param name="connectionString">The connection string: <c>mongodb://user:password@host:27017/?options</c>.</param>
    /// <param name="database">The database.</param>
    /// <param name="configure">Sets further options.</param>
    /// <returns>The builder.</returns>
    public static IAmoCrmBuilder UseMongoDb(this IAmoCrmBuilder builder, string connectionString, string database, Action<MongoDbSettingsOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<MongoDbSettingsOptions>, MongoDbSettingsOptionsValidator>());

        // No ValidateOnStart: the client's options ask for the store at the start, and a problem would be told twice (UseMongoDbTests).
        services.AddOptions<MongoDbSettingsOptions>().Configure(options =>
        {
            options.ConnectionString = connectionString;
            options.Database = database;
            configure?.Invoke(options);
        });
        services.TryAddSingleton(static provider => new MongoDbSettingsStore(provider.GetRequiredService<IOptions<MongoDbSettingsOptions>>().Value));
        services.RemoveAll<IAmoCrmSettingsStore>();
        services.AddSingleton<IAmoCrmSettingsStore>(static provider => provider.GetRequiredService<MongoDbSettingsStore>());
        return builder.UseSettings(static provider => provider.GetRequiredService<MongoDbSettingsStore>());
    }
}
