using System.CommandLine;
using AmoCrm.Sdk;

namespace AmoCrm.Cli.Connection;

/// <summary>The options that say where settings are kept and whose they are.</summary>
/// <param name="machine">Has the environment.</param>
internal sealed class StoreOptions(CliMachine machine)
{
    private readonly Option<string> _agent = new("--agent")
    {
        Description = "The agent whose settings to use.",
        HelpName = "ID",
        DefaultValueFactory = _ => AmoCrmClientOptions.DefaultAgentId,
        Recursive = true,
    };

    private readonly Option<string?> _file = new("--settings")
    {
        Description = "The settings file; by default the one that 'amocrm settings path' prints.",
        HelpName = "FILE",
        Recursive = true,
    };

    private readonly Option<string?> _mongoDb = new("--mongodb")
    {
        Description = $"Settings in MongoDB instead of a file. The connection string holds a password, so rather set {MongoDbPlace.Variable}.",
        HelpName = "URI",
        Recursive = true,
    };

    private readonly Option<string?> _database = new("--database")
    {
        Description = $"The MongoDB database, where neither the connection string nor {MongoDbPlace.DatabaseVariable} names it.",
        HelpName = "NAME",
        Recursive = true,
    };

    private readonly Option<string?> _collection = new("--collection")
    {
        Description = "The MongoDB collection, where it is not agent_settings.",
        HelpName = "NAME",
        Recursive = true,
    };

    public void AddTo(Command command)
    {
        command.Options.Add(_agent);
        command.Options.Add(_file);
        command.Options.Add(_mongoDb);
        command.Options.Add(_database);
        command.Options.Add(_collection);
    }

    /// <summary>The agent.</summary>
    public string Agent(ParseResult parsed) => parsed.GetValue(_agent) is { Length: > 0 } agent ? agent : throw new CliUsageException("--agent takes the id of an agent.");

    /// <summary>Whether the command line itself names a store.</summary>
    public bool IsNamed(ParseResult parsed) => parsed.GetValue(_file) is not null || IsMongoDbNamed(parsed);

    /// <summary>Opens the store: the one that is named, that of the environment, or the current user's file.</summary>
    /// <exception cref="CliUsageException">Two are named, or one is named wrongly.</exception>
    public OpenStore Open(ParseResult parsed)
    {
        if (MongoDb(parsed) is { } place)
        {
            return new OpenStore(place.OpenStore(), place.ToString());
        }

        var file = new JsonFileSettingsStore(File(parsed), machine.Time);
        return new OpenStore(file, file.Path);
    }

    /// <summary>Opens the store that the command line or <see cref="MongoDbPlace.Variable"/> names; null when neither does.</summary>
    public OpenStore? OpenNamed(ParseResult parsed) => IsNamed(parsed) || MongoDb(parsed) is not null ? Open(parsed) : null;

    private bool IsMongoDbNamed(ParseResult parsed) => (parsed.GetValue(_mongoDb) ?? parsed.GetValue(_database) ?? parsed.GetValue(_collection)) is not null;

    private MongoDbPlace? MongoDb(ParseResult parsed)
    {
        if (parsed.GetValue(_file) is not null)
        {
            return IsMongoDbNamed(parsed)
                ? throw new CliUsageException("Settings are either in a file (--settings) or in MongoDB (--mongodb, --database, --collection): give one of them.")
                : null;
        }

        var given = parsed.GetValue(_mongoDb);
        var uri = given ?? machine.Variable(MongoDbPlace.Variable);
        if (!string.IsNullOrEmpty(uri))
        {
            var source = given is null ? MongoDbPlace.Variable : "--mongodb";
            return MongoDbPlace.Of(uri, source, parsed.GetValue(_database) ?? machine.Variable(MongoDbPlace.DatabaseVariable), parsed.GetValue(_collection));
        }

        return IsMongoDbNamed(parsed)
            ? throw new CliUsageException($"Which server? Give its connection string with --mongodb or in {MongoDbPlace.Variable}.")
            : null;
    }

    private string? File(ParseResult parsed) => parsed.GetValue(_file) switch
    {
        null => null,
        "" => throw new CliUsageException("--settings takes the path of a file."),

        // Not a path to be told of: it is a connection string, with its password.
        var uri when uri.Contains("://", StringComparison.Ordinal) => throw new CliUsageException("--settings takes the path of a file; the connection string of a database goes to --mongodb."),
        var path => Path.GetFullPath(path),
    };
}
