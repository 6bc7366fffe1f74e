using System.CommandLine;
using AmoCrm.Cli.Connection;
using AmoCrm.Cli.Output;
using AmoCrm.Cli.Tokens;
using AmoCrm.Sdk;

namespace AmoCrm.Cli.Commands;

/// <summary><c>amocrm logout</c>: forgets the tokens of an agent.</summary>
internal sealed class LogoutCommand(CliConsole console) : ICliCommand
{
    private readonly StoreOptions _store = new(console.Machine);
    private readonly Option<bool> _all = new("--all") { Description = "Forget the client secret as well." };
    private readonly Option<bool> _yes = new("--yes", "-y") { Description = "Do not ask." };

    public Command Create(CommandHelp help)
    {
        var command = new Command("logout", "Removes the tokens of an agent from its settings.") { _all, _yes };
        _store.AddTo(command);
        command.SetAction(RunAsync);
        help.Add(command, "amocrm logout", "amocrm logout --agent sales --all --yes");
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var opened = _store.Open(parsed);
        var agent = _store.Agent(parsed);
        var all = parsed.GetValue(_all);
        var record = await opened.Store.ReadTokensAsync(agent, cancellationToken).ConfigureAwait(false);
        if (!HasSecrets(record, all))
        {
            await console.Error.WriteLineAsync($"Agent '{agent}' has no tokens in {opened.Place}.").ConfigureAwait(false);
            return ExitCodes.Success;
        }

        if (!parsed.GetValue(_yes) && !await Questions.ConfirmAsync(console, Question(agent, opened, all), cancellationToken).ConfigureAwait(false))
        {
            await console.Error.WriteLineAsync("Nothing was removed.").ConfigureAwait(false);
            return ExitCodes.Failure;
        }

        await TokenChange.TryAsync(opened, agent, record => HasSecrets(record, all) ? WithoutSecrets(record, all) : null, cancellationToken).ConfigureAwait(false);

        await console.Error.WriteLineAsync($"Removed the tokens{(all ? " and the client secret" : "")} of agent '{agent}'. amoCRM was not told: the integration stays in the account, "
            + "and who has a copy of the tokens can use them. To end that, an administrator of the account switches the integration off (amoMarket, installed), or revokes a long-lived token among its keys.").ConfigureAwait(false);
        return ExitCodes.Success;
    }

    private static string Question(string agent, OpenStore opened, bool all) =>
        $"Remove the tokens{(all ? " and the client secret" : "")} of agent '{agent}' from {opened.Place}? Nobody can get them back; a person would have to authorise again.";

    private static bool HasSecrets(AmoCrmTokenRecord record, bool all) =>
        record is not { Settings: { AccessToken: null, RefreshToken: null }, Notes: { Previous: null, Spending: null, Aside.Count: 0 } }
        || (all && record.Settings.ClientSecret is not null);

    private static AmoCrmTokenRecord WithoutSecrets(AmoCrmTokenRecord record, bool all) => record with
    {
        Settings = record.Settings with { AccessToken = null, RefreshToken = null, ClientSecret = all ? null : record.Settings.ClientSecret },
        Notes = AmoCrmTokenNotes.None,
    };
}
