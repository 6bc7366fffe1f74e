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
        CustomParser = static result =>
        {
            if (Uri.TryCreate(result.Tokens[0].Value, UriKind.Absolute, out var address) && address.IsLoopback)
            {
                return address;
            }

            result.AddError($"--emulator takes the loopback URL that 'amocrm emulator' prints, such as http://127.0.0.1:8085; '{result.Tokens[0].Value}' is none.");
            return null;
        },
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
    /// <exception cref="CliUsageException">No emulator answers at the URL.</exception>
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
