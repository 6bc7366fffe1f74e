using System.CommandLine;
using AmoCrm.Cli.Connection;
using AmoCrm.Cli.Output;
using AmoCrm.Cli.Tokens;

namespace AmoCrm.Cli.Commands;

/// <summary><c>amocrm settings</c>: the store of settings, secrets masked.</summary>
internal sealed class SettingsCommand(CliConsole console) : ICliCommand
{
    private readonly StoreOptions _store = new(console.Machine);
    private readonly Argument<string[]> _assignments = new("key=value")
    {
        Description = "Settings to change; an empty value removes one, '-' asks for the value or reads a line of standard input.",
        Arity = ArgumentArity.OneOrMore,
    };

    public Command Create(CommandHelp help)
    {
        var show = new Command("show", "Shows the settings of an agent, secrets masked, and how its tokens stand.");
        show.SetAction(ShowAsync);
        help.Add(show, "amocrm settings show", "amocrm settings show --agent sales", "amocrm settings show --mongodb mongodb://127.0.0.1:27017/crm");
        var set = new Command("set", "Changes settings; the others stay.") { _assignments };
        set.SetAction(SetAsync);
        help.Add(set, "amocrm settings set subdomain=mycompany access_token=-", "amocrm settings set domain=kommo.com --agent sales");
        var list = new Command("list", "Lists the agents that have settings.");
        list.SetAction(ListAsync);
        help.Add(list, "amocrm settings list", "amocrm settings list --mongodb mongodb://127.0.0.1:27017 --database crm");
        var path = new Command("path", "Prints where the settings are.");
        path.SetAction((parsed, _) => PathAsync(parsed));
        help.Add(path, "amocrm settings path");
        var command = new Command("settings", "Shows and changes the settings in the file or in MongoDB.") { show, set, list, path };
        _store.AddTo(command);
        help.Add(command, "amocrm settings set subdomain=mycompany access_token=-", "amocrm settings show");
        return command;
    }

    private async Task<int> ShowAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var opened = _store.Open(parsed);
        var record = await opened.Store.ReadTokensAsync(_store.Agent(parsed), cancellationToken).ConfigureAwait(false);
        foreach (var setting in SettingNames.All)
        {
            await PrintAsync(setting.Name, setting.Display(record.Settings)).ConfigureAwait(false);
        }

        await PrintAsync("refreshed_at", record.Notes.RefreshedAt is { } refreshed ? StandingWords.At(refreshed) : "(not known)").ConfigureAwait(false);
        await PrintAsync("state", StandingWords.StateOf(TokenStanding.Of(record, record.ReadAt)) ?? "(no tokens)").ConfigureAwait(false);
        return ExitCodes.Success;
    }

    private async Task<int> SetAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var opened = _store.Open(parsed);
        var agent = _store.Agent(parsed);
        var assignments = await SettingAssignments.ReadAsync(console, parsed.GetValue(_assignments)!, cancellationToken).ConfigureAwait(false);
        await SettingsChange.SaveAsync(opened, agent, settings => SettingAssignments.Apply(settings, assignments), cancellationToken).ConfigureAwait(false);
        await console.Error.WriteLineAsync($"Saved the settings of agent '{agent}'.").ConfigureAwait(false);
        return ExitCodes.Success;
    }

    private async Task<int> ListAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var opened = _store.Open(parsed);
        var agents = await opened.Store.ListAgentsAsync(cancellationToken).ToListAsync(cancellationToken).ConfigureAwait(false);
        foreach (var agent in agents.Order(StringComparer.Ordinal))
        {
            await console.Out.WriteLineAsync(agent).ConfigureAwait(false);
        }

        if (agents.Count == 0)
        {
            await console.Error.WriteLineAsync($"There is no agent in {opened.Place}. 'amocrm settings set' adds one.").ConfigureAwait(false);
        }

        return ExitCodes.Success;
    }

    private async Task<int> PathAsync(ParseResult parsed)
    {
        using var opened = _store.Open(parsed);
        await console.Out.WriteLineAsync(opened.Place).ConfigureAwait(false);
        return ExitCodes.Success;
    }

    private Task PrintAsync(string name, string value) => console.Out.WriteLineAsync($"{name,-14} {value}");
}
