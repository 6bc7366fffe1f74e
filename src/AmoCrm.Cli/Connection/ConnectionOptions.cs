using System.CommandLine;
using AmoCrm.Sdk;

namespace AmoCrm.Cli.Connection;

/// <summary>The options that say which account a command talks to.</summary>
internal sealed class ConnectionOptions
{
    private readonly Option<Uri?> _emulator = new("--emulator")
    {
        Description = "Talk to a running emulator at this URL instead of the configured account.",
        HelpName = "URL",
    };

    private readonly Option<string> _agent = new("--agent")
    {
        Description = "The agent whose settings to use.",
        HelpName = "ID",
        DefaultValueFactory = _ => AmoCrmClientOptions.DefaultAgentId,
    };

    private readonly Option<FileInfo?> _settings = new("--settings")
    {
        Description = "The settings file; by default the one that 'amocrm settings path' prints.",
        HelpName = "FILE",
    };

    public void AddTo(Command command)
    {
        command.Options.Add(_emulator);
        command.Options.Add(_agent);
        command.Options.Add(_settings);
    }

    /// <summary>The options of a client for the account that the command line names.</summary>
    /// <exception cref="CliUsageException">The emulator's URL is no loopback URL.</exception>
    public async Task<AmoCrmClientOptions> ResolveAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var options = new AmoCrmClientOptions { ApplicationName = "amocrm-cli", AgentId = parsed.GetValue(_agent)! };
        if (parsed.GetValue(_emulator) is { } address)
        {
            await EmulatorConnection.ApplyAsync(options, address, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            options.SettingsResolver = SettingsSource.Create(parsed.GetValue(_settings));
        }

        return options;
    }
}
