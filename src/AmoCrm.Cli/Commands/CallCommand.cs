using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using AmoCrm.Cli.Arguments;
using AmoCrm.Cli.Connection;
using AmoCrm.Cli.DryRun;
using AmoCrm.Cli.Output;
using AmoCrm.Sdk;
using AmoCrm.Sdk.Dispatch;
using AmoCrm.Sdk.Engine;

namespace AmoCrm.Cli.Commands;

/// <summary><c>amocrm call</c>: calls one handler by name and prints its envelope.</summary>
internal sealed class CallCommand(CliConsole console) : ICliCommand
{
    private readonly Argument<string> _name = new("name") { Description = "The handler's name." };
    private readonly Argument<string[]> _words = new("key=value") { Description = "Parameters; '-' reads a JSON object from standard input.", Arity = ArgumentArity.ZeroOrMore };
    private readonly Option<string?> _args = new("--args") { Description = "All parameters as a JSON object, or @FILE, or - for standard input.", HelpName = "JSON" };
    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Print the exact requests, the token masked, and send nothing." };
    private readonly ConnectionOptions _connection = new(console.Machine);

    public Command Create(CommandHelp help)
    {
        var command = new Command("call", "Calls one handler by name and prints the envelope as JSON.") { _name, _words, _args, _dryRun };
        _connection.AddTo(command);
        command.SetAction(RunAsync);
        help.Add(
            command,
            "amocrm call amocrm_find_contact query=+79000000001",
            "amocrm call amocrm_create_lead name=Kitchen price=185000 contact_id=10001",
            "amocrm call amocrm_list_companies with=contacts,leads --emulator http://127.0.0.1:8085",
            """amocrm call amocrm_create_task --args '{"text":"Call back","entity_type":"leads","entity_id":12001}' --dry-run""",
            "amocrm call amocrm_create_contact --args @contact.json");
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var handler = HandlerCatalog.Get(parsed.GetValue(_name)!);
        var arguments = await ReadArgumentsAsync(handler, parsed, cancellationToken).ConfigureAwait(false);
        using var connection = await _connection.ResolveAsync(parsed, cancellationToken).ConfigureAwait(false);
        if (parsed.GetValue(_dryRun))
        {
            return await DryRunCall.RunAsync(console, connection.Options, handler, arguments, cancellationToken).ConfigureAwait(false);
        }

        var engine = await AmoCrmEngine.CreateAsync(connection.Options, cancellationToken: cancellationToken).ConfigureAwait(false);
        await using (engine.ConfigureAwait(false))
        {
            var envelope = await engine.CallHandlerAsync(handler.Name, ToElement(arguments), cancellationToken).ConfigureAwait(false);
            return await PrintAsync(envelope).ConfigureAwait(false);
        }
    }

    private async Task<JsonObject> ReadArgumentsAsync(HandlerDescriptor handler, ParseResult parsed, CancellationToken cancellationToken)
    {
        var words = parsed.GetValue(_words) ?? [];
        var source = parsed.GetValue(_args) ?? (words is ["-"] ? "-" : null);
        if (source is null)
        {
            return HandlerArguments.FromWords(handler, words);
        }

        return words is [] or ["-"]
            ? HandlerArguments.FromJson(await TextSource.ReadAsync(console, source, cancellationToken).ConfigureAwait(false))
            : throw new CliUsageException("Give the parameters either as key=value words or as JSON, not both.");
    }

    private async Task<int> PrintAsync(JsonObject envelope)
    {
        await console.Out.WriteLineAsync(JsonOutput.Format(envelope)).ConfigureAwait(false);
        if (envelope["success"]!.GetValue<bool>())
        {
            return ExitCodes.Success;
        }

        await console.Error.WriteLineAsync(envelope["error"]?.GetValue<string>()).ConfigureAwait(false);
        return envelope["error_code"]?.GetValue<string>() is AmoCrmErrorCodes.InvalidParams or AmoCrmErrorCodes.SettingsError ? ExitCodes.Usage : ExitCodes.Failure;
    }

    internal static JsonElement ToElement(JsonObject arguments)
    {
        using var document = JsonDocument.Parse(arguments.ToJsonString());
        return document.RootElement.Clone();
    }
}
