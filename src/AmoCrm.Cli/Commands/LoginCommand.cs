using System.CommandLine;
using AmoCrm.Cli.Connection;
using AmoCrm.Cli.Login;
using AmoCrm.Cli.Output;
using AmoCrm.Cli.Tokens;
using AmoCrm.Sdk;

namespace AmoCrm.Cli.Commands;

/// <summary><c>amocrm login</c>: has a person authorise the integration, and keeps the tokens.</summary>
internal sealed class LoginCommand(CliConsole console) : ICliCommand
{
    private readonly StoreOptions _store = new(console.Machine);
    private readonly Option<Uri?> _emulator = EmulatorOption.Create("Log in to a running emulator, with its integration. Needs a store of its own: --settings or --mongodb.");
    private readonly LoginOptions _options = new(console);

    public Command Create(CommandHelp help)
    {
        var command = new Command("login", "Has you authorise the integration on amoCRM's page, and keeps the tokens.");
        _options.AddTo(command);
        command.Options.Add(_emulator);
        _store.AddTo(command);
        command.SetAction(RunAsync);
        help.Add(
            command,
            "amocrm login",
            "amocrm login --client-id 4d5a1c02-7f0b-4e0c-9a53-1f6f2c5b9e01 --client-secret - --redirect-uri http://127.0.0.1:8765/callback",
            "amocrm login --account mycompany --code -",
            "amocrm login --agent sales --mongodb mongodb://127.0.0.1:27017/crm --no-browser",
            "amocrm login --emulator http://127.0.0.1:8085 --settings try.json");
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        if (parsed.GetValue(_emulator) is not null && !_store.IsNamed(parsed))
        {
            throw new CliUsageException("The tokens of an emulator do not belong among those of your account: name a store of their own with --settings FILE or --mongodb URI.");
        }

        using var connection = Connect(parsed);
        var emulator = connection.Options.EmulatorAddress is { } address ? await EmulatorFacts.ReadAsync(address, cancellationToken).ConfigureAwait(false) : null;
        connection.Options.RateLimit.IsEnabled = emulator?.EnforcesLimits ?? true;
        var choices = await _options.ReadAsync(parsed, cancellationToken).ConfigureAwait(false);
        var settings = await new LoginSettings(console, connection, emulator).EnsureAsync(choices, cancellationToken).ConfigureAwait(false);
        var authorizer = new AmoCrmAuthorizer(connection.Options);
        await using (authorizer.ConfigureAwait(false))
        {
            await new LoginFlow(console, authorizer).RunAsync(connection.Options.AgentId, settings, choices, cancellationToken).ConfigureAwait(false);
        }

        await console.Error.WriteLineAsync("Authorised; the tokens are saved.").ConfigureAwait(false);
        await IdentityTable.WriteAsync(console, await WhoAsync(connection, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
        return ExitCodes.Success;
    }

    private AccountConnection Connect(ParseResult parsed)
    {
        var agent = _store.Agent(parsed);
        var opened = _store.Open(parsed);
        var options = ConnectionOptions.CreateOptions(agent, console.Machine);
        options.SettingsResolver = opened.Store;
        options.EmulatorAddress = parsed.GetValue(_emulator);
        return new AccountConnection(options, opened, opened.Place);
    }

    // The tokens are saved: that amoCRM cannot be asked for the account's name just now is no failure of the login.
    private async Task<Identity> WhoAsync(AccountConnection connection, CancellationToken cancellationToken)
    {
        try
        {
            return await IdentityCheck.AskAsync(connection, cancellationToken).ConfigureAwait(false);
        }
        catch (AmoCrmException exception)
        {
            await console.Error.WriteLineAsync($"The account could not be read just now: {exception.Message}").ConfigureAwait(false);
            return await IdentityCheck.LookAsync(connection, account: null, problem: null, cancellationToken).ConfigureAwait(false);
        }
    }
}
