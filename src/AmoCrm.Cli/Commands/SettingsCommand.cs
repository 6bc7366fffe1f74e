using System.CommandLine;
using AmoCrm.Cli.Connection;
using AmoCrm.Cli.Output;
using AmoCrm.Sdk;

namespace AmoCrm.Cli.Commands;

/// <summary><c>amocrm settings</c>: the JSON file of settings, secrets masked.</summary>
internal sealed class SettingsCommand(CliConsole console) : ICliCommand
{
    private readonly Option<string> _agent = new("--agent") { Description = "The agent.", HelpName = "ID", DefaultValueFactory = _ => AmoCrmClientOptions.DefaultAgentId, Recursive = true };
    private readonly Option<FileInfo?> _file = new("--settings") { Description = "The settings file; by default the current user's.", HelpName = "FILE", Recursive = true };
    private readonly Argument<string[]> _assignments = new("key=value")
    {
        Description = "Settings to change; an empty value removes one, '-' reads the value from standard input.",
        Arity = ArgumentArity.OneOrMore,
    };

    public Command Create(CommandHelp help)
    {
        var show = new Command("show", "Shows the settings of an agent, secrets masked.");
        show.SetAction(ShowAsync);
        help.Add(show, "amocrm settings show", "amocrm settings show --agent sales");
        var set = new Command("set", "Changes settings; the others stay.") { _assignments };
        set.SetAction(SetAsync);
        help.Add(set, "amocrm settings set subdomain=mycompany access_token=-", "amocrm settings set domain=kommo.com --agent sales");
        var path = new Command("path", "Prints where the file is.");
        path.SetAction((parsed, _) => PathAsync(parsed));
        help.Add(path, "amocrm settings path");
        var command = new Command("settings", "Shows and changes the file of settings.") { show, set, path };
        command.Options.Add(_agent);
        command.Options.Add(_file);
        help.Add(command, "amocrm settings set subdomain=mycompany access_token=-", "amocrm settings show");
        return command;
    }

    private async Task<int> ShowAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var settings = await SettingsSource.Store(parsed.GetValue(_file)).ResolveAsync(parsed.GetValue(_agent)!, cancellationToken).ConfigureAwait(false);
        foreach (var setting in SettingNames.All)
        {
            await console.Out.WriteLineAsync($"{setting.Name,-14} {setting.Display(settings)}").ConfigureAwait(false);
        }

        return ExitCodes.Success;
    }

    private async Task<int> SetAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var store = SettingsSource.Store(parsed.GetValue(_file));
        var agent = parsed.GetValue(_agent)!;
        var settings = await ExistingAsync(store, agent, cancellationToken).ConfigureAwait(false);
        foreach (var assignment in parsed.GetValue(_assignments)!)
        {
            settings = await ApplyAsync(settings, assignment, cancellationToken).ConfigureAwait(false);
        }

        if (settings.Subdomain is not null)
        {
            // Refuses a wrong host before it is saved.
            settings.GetHost();
        }

        await store.SaveAsync(agent, settings, cancellationToken).ConfigureAwait(false);
        await console.Error.WriteLineAsync($"Saved the settings of agent '{agent}'.").ConfigureAwait(false);
        return ExitCodes.Success;
    }

    private async Task<int> PathAsync(ParseResult parsed)
    {
        await console.Out.WriteLineAsync(SettingsSource.Store(parsed.GetValue(_file)).Path).ConfigureAwait(false);
        return ExitCodes.Success;
    }

    private async Task<AmoCrmSettings> ApplyAsync(AmoCrmSettings settings, string assignment, CancellationToken cancellationToken)
    {
        var equals = assignment.IndexOf('=', StringComparison.Ordinal);
        if (equals <= 0)
        {
            throw new CliUsageException("Write a setting as key=value, for example subdomain=mycompany.");
        }

        var setting = SettingNames.Get(assignment[..equals]);
        var value = assignment[(equals + 1)..];
        if (value == "-")
        {
            // Secrets from standard input stay out of the shell's history and of the list of processes.
            value = await console.In.ReadLineAsync(cancellationToken).ConfigureAwait(false) ?? "";
        }

        return setting.Set(settings, string.IsNullOrWhiteSpace(value) ? null : value.Trim());
    }

    private static async Task<AmoCrmSettings> ExistingAsync(JsonFileSettingsStore store, string agent, CancellationToken cancellationToken)
    {
        var exists = await store.ListAgentsAsync(cancellationToken).ContainsAsync(agent, StringComparer.Ordinal, cancellationToken).ConfigureAwait(false);
        return exists ? await store.ResolveAsync(agent, cancellationToken).ConfigureAwait(false) : new AmoCrmSettings();
    }
}
