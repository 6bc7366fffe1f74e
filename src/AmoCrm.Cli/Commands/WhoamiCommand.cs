using System.CommandLine;
using AmoCrm.Cli.Connection;
using AmoCrm.Cli.Output;
using AmoCrm.Cli.Tokens;

namespace AmoCrm.Cli.Commands;

/// <summary><c>amocrm whoami</c>: asks amoCRM for the account, and says how the tokens stand.</summary>
internal sealed class WhoamiCommand(CliConsole console) : ICliCommand
{
    private readonly Option<bool> _json = new("--json") { Description = "As JSON." };
    private readonly ConnectionOptions _connection = new(console.Machine);

    public Command Create(CommandHelp help)
    {
        var command = new Command("whoami", "Asks amoCRM which account this is, and says how long its tokens last.") { _json };
        _connection.AddTo(command);
        command.SetAction(RunAsync);
        help.Add(command, "amocrm whoami", "amocrm whoami --agent sales --json", "amocrm whoami --emulator http://127.0.0.1:8085");
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var connection = await _connection.ResolveAsync(parsed, cancellationToken).ConfigureAwait(false);
        var identity = await IdentityCheck.AskAsync(connection, cancellationToken).ConfigureAwait(false);
        if (parsed.GetValue(_json))
        {
            await console.Out.WriteLineAsync(IdentityJson.Write(identity)).ConfigureAwait(false);
        }
        else
        {
            await IdentityTable.WriteAsync(console, identity).ConfigureAwait(false);
        }

        if (identity.Problem is not null)
        {
            await console.Error.WriteLineAsync(identity.Problem).ConfigureAwait(false);
        }

        // Some errors bring the remedy along.
        if (identity.Remedy is { } remedy && identity.Problem?.Contains("amocrm login", StringComparison.Ordinal) != true)
        {
            await console.Error.WriteLineAsync(remedy).ConfigureAwait(false);
        }

        return identity.Problem is null ? ExitCodes.Success : ExitCodes.Failure;
    }
}
