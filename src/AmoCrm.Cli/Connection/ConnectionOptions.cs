using System.CommandLine;
using AmoCrm.Sdk;

namespace AmoCrm.Cli.Connection;

/// <summary>The options that say which account a command talks to.</summary>
/// <param name="machine">Has the environment.</param>
internal sealed class ConnectionOptions(CliMachine machine)
{
    private readonly Option<Uri?> _emulator = EmulatorOption.Create("Talk to a running emulator at this URL. Without a store of settings beside it, with the emulator's own.");
    private readonly StoreOptions _store = new(machine);

    /// <summary>The options that every command works with; where the settings come from is still to be said.</summary>
    public static AmoCrmClientOptions CreateOptions(string agent, CliMachine machine) => new()
    {
        ApplicationName = "amocrm-cli",
        AgentId = agent,
        TimeProvider = machine.Time,

        // A command ends with its answer. A refresh beside it would be cut off, and the refresh token lost; one that has to be comes before the call and is waited for.
        TokenRefresh = { EarlyWindow = TimeSpan.Zero },
    };

    public void AddTo(Command command)
    {
        command.Options.Add(_emulator);
        _store.AddTo(command);
    }

    /// <summary>The account that the command line names. Dispose of it when the command is done.</summary>
    /// <exception cref="CliUsageException">No emulator answers at the URL, or stores are named wrongly.</exception>
    public async Task<AccountConnection> ResolveAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var options = CreateOptions(_store.Agent(parsed), machine);
        if (parsed.GetValue(_emulator) is { } address)
        {
            options.EmulatorAddress = address;
            var emulator = await EmulatorFacts.ReadAsync(address, cancellationToken).ConfigureAwait(false);
            options.RateLimit.IsEnabled = emulator.EnforcesLimits;
            return _store.IsNamed(parsed)
                ? await AtEmulatorAsync(options, emulator, _store.Open(parsed), cancellationToken).ConfigureAwait(false)
                : Fixed(options, new StaticSettingsResolver(emulator.Accounts[0]), $"the emulator at {address}");
        }

        // A variable that names a store is meant for this; so are variables that are settings themselves.
        if (_store.OpenNamed(parsed) is { } named)
        {
            return Kept(options, named);
        }

        return EnvironmentSettings.Find() is { } variables ? Fixed(options, variables, "the environment") : Kept(options, _store.Open(parsed));
    }

    private static async Task<AccountConnection> AtEmulatorAsync(AmoCrmClientOptions options, EmulatorFacts emulator, OpenStore store, CancellationToken cancellationToken)
    {
        try
        {
            emulator.Demand(await store.Store.ResolveAsync(options.AgentId, cancellationToken).ConfigureAwait(false), options.AgentId, store.Place);
            return Kept(options, store);
        }
        catch
        {
            store.Dispose();
            throw;
        }
    }

    private static AccountConnection Kept(AmoCrmClientOptions options, OpenStore store)
    {
        options.SettingsResolver = store.Store;
        return new AccountConnection(options, store, store.Place);
    }

    private static AccountConnection Fixed(AmoCrmClientOptions options, IAmoCrmSettingsResolver settings, string place)
    {
        options.SettingsResolver = settings;
        return new AccountConnection(options, store: null, place);
    }
}
