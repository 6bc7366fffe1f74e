using AmoCrm.Sdk.MongoDB;
using MongoDB.Driver;

namespace AmoCrm.Cli.Connection;

/// <summary>A collection of settings in MongoDB, as the command line and the environment name it. The connection string holds a password and is never shown.</summary>
/// <param name="ConnectionString">The connection string.</param>
/// <param name="Database">The database.</param>
/// <param name="Collection">The collection.</param>
/// <param name="Hosts">Hosts and ports, for people.</param>
internal sealed record MongoDbPlace(string ConnectionString, string Database, string Collection, string Hosts)
{
    /// <summary>The environment variable with the connection string.</summary>
    public const string Variable = "AMOCRM_MONGODB";

    /// <summary>The environment variable with the database.</summary>
    public const string DatabaseVariable = "AMOCRM_MONGODB_DATABASE";

    /// <summary>Makes a place of what was given.</summary>
    /// <param name="connectionString">The connection string.</param>
    /// <param name="source">The option or variable it comes from.</param>
    /// <param name="database">The database; null for the one that the connection string names.</param>
    /// <param name="collection">The collection; null for the usual one.</param>
    /// <exception cref="CliUsageException">It is no connection string, or no database is named.</exception>
    public static MongoDbPlace Of(string connectionString, string source, string? database, string? collection)
    {
        if (Parse(connectionString) is not { } address)
        {
            throw new CliUsageException(
                $"{source} takes a connection string: mongodb://user:password@host:27017/database or mongodb+srv://…, with special characters of user and password written as %40 and so on.");
        }

        var name = NullIfEmpty(database) ?? NullIfEmpty(address.DatabaseName)
            ?? throw new CliUsageException($"Which database? Name it with --database, in {DatabaseVariable}, or in the connection string after the host: mongodb://host:27017/database.");
        return new MongoDbPlace(
            connectionString, name, collection ?? MongoDbSettingsOptions.DefaultCollection, string.Join(", ", address.Servers.Select(static server => server.ToString())));
    }

    /// <summary>The names of it, without user and password.</summary>
    public override string ToString() => $"the MongoDB collection {Database}.{Collection} at {Hosts}";

    /// <summary>The store over it.</summary>
    public MongoDbSettingsStore OpenStore() => new(new MongoDbSettingsOptions { ConnectionString = ConnectionString, Database = Database, Collection = Collection });

    private static MongoUrl? Parse(string text)
    {
        // With a bare '/' or '?' in it, a part of the password would be taken for the port, the database or an option, and shown as such.
        var end = text.IndexOfAny(['/', '?', '#'], Math.Min(text.Length, text.IndexOf("//", StringComparison.Ordinal) + 2));
        if (end >= 0 && text.IndexOf('@', end) >= 0)
        {
            return null;
        }

        try
        {
            return new MongoUrl(text);
        }
        catch (Exception exception) when (exception is MongoConfigurationException or FormatException or ArgumentException)
        {
            // The driver's message may quote what it does not understand.
            return null;
        }
    }

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
