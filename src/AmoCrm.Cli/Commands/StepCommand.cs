using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using AmoCrm.Cli.Arguments;
using AmoCrm.Cli.Connection;
using AmoCrm.Cli.Output;
using AmoCrm.Sdk.Engine;

namespace AmoCrm.Cli.Commands;

/// <summary><c>amocrm step</c>: runs engine steps with a context and prints the final context.</summary>
internal sealed class StepCommand(CliConsole console) : ICliCommand
{
    private readonly Argument<string> _file = new("file") { Description = "A JSON array of steps, or '-' for standard input." };
    private readonly Option<string?> _context = new("--context") { Description = "The context to start with: a JSON object, @FILE or -.", HelpName = "JSON" };
    private readonly Option<bool> _keepGoing = new("--keep-going") { Description = "Run the next step although one failed." };
    private readonly ConnectionOptions _connection = new(console.Machine);

    public Command Create(CommandHelp help)
    {
        var command = new Command("step", "Runs engine steps and prints the final context as JSON.") { _file, _context, _keepGoing };
        _connection.AddTo(command);
        command.SetAction(RunAsync);
        help.Add(command, "amocrm step steps.json", """amocrm step steps.json --context '{"user":{"name":"Ann"}}' --emulator http://127.0.0.1:8085""");
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var file = parsed.GetValue(_file)!;
        if (file == "-" && parsed.GetValue(_context) == "-")
        {
            throw new CliUsageException("Only one of the steps and the context can come from standard input.");
        }

        var text = await TextSource.ReadAsync(console, file == "-" ? file : $"@{file}", cancellationToken).ConfigureAwait(false);
        var steps = ReadSteps(text);
        var context = parsed.GetValue(_context) is { } source
            ? HandlerArguments.FromJson(await TextSource.ReadAsync(console, source, cancellationToken).ConfigureAwait(false))
            : [];
        using var connection = await _connection.ResolveAsync(parsed, cancellationToken).ConfigureAwait(false);
        var engine = await AmoCrmEngine.CreateAsync(connection.Options, cancellationToken: cancellationToken).ConfigureAwait(false);
        int exitCode;
        await using (engine.ConfigureAwait(false))
        {
            exitCode = await RunStepsAsync(engine, steps, context, parsed.GetValue(_keepGoing), cancellationToken).ConfigureAwait(false);
        }

        await console.Out.WriteLineAsync(JsonOutput.Format(context)).ConfigureAwait(false);
        return exitCode;
    }

    private async Task<int> RunStepsAsync(AmoCrmEngine engine, IReadOnlyList<JsonObject> steps, JsonObject context, bool keepGoing, CancellationToken cancellationToken)
    {
        var exitCode = ExitCodes.Success;
        for (var i = 0; i < steps.Count; i++)
        {
            var envelope = await engine.ExecuteStepAsync(steps[i], context, cancellationToken).ConfigureAwait(false);
            if (envelope["success"]!.GetValue<bool>())
            {
                continue;
            }

            exitCode = ExitCodes.Failure;
            await console.Error.WriteLineAsync($"Step {i + 1} ({steps[i]["type"]}): {envelope["error"]}").ConfigureAwait(false);
            if (!keepGoing)
            {
                break;
            }
        }

        return exitCode;
    }

    private static IReadOnlyList<JsonObject> ReadSteps(string text) => JsonNode.Parse(text) switch
    {
        JsonObject step when HasType(step) => [step],
        JsonArray steps when steps.All(HasType) => [.. steps.Select(static step => (JsonObject)step!)],
        _ => throw new CliUsageException("""The steps must be a JSON array of objects such as {"type": "amocrm_get_company", "params": {"company_id": 17}}."""),
    };

    private static bool HasType(JsonNode? step) => step is JsonObject named && named["type"]?.GetValueKind() == JsonValueKind.String;
}
