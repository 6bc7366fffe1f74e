using System.CommandLine;
using AmoCrm.Cli.Handlers;
using AmoCrm.Cli.Output;
using AmoCrm.Sdk.Dispatch;

namespace AmoCrm.Cli.Commands;

/// <summary><c>amocrm handlers</c>: lists the handlers, or describes one.</summary>
internal sealed class HandlersCommand(CliConsole console) : ICliCommand
{
    private readonly Argument<string?> _name = new("name") { Description = "Describe this handler only.", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<string?> _module = new("--module") { Description = "Only the handlers of this module.", HelpName = "MODULE" };
    private readonly Option<bool> _json = new("--json") { Description = "A JSON array with the schemas of parameters and results." };
    private readonly Option<bool> _markdown = new("--markdown") { Description = "The page docs/handlers.md." };

    public Command Create(CommandHelp help)
    {
        var command = new Command("handlers", "Lists the handlers, or describes one.") { _name, _module, _json, _markdown };
        command.SetAction((parsed, _) => RunAsync(parsed));
        help.Add(command, "amocrm handlers", "amocrm handlers --module tasks", "amocrm handlers amocrm_create_lead", "amocrm handlers --json | jq '.[].name'");
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed)
    {
        var handlers = Select(parsed.GetValue(_name), parsed.GetValue(_module));
        if (parsed.GetValue(_json))
        {
            await console.Out.WriteLineAsync(HandlerJson.Write(handlers)).ConfigureAwait(false);
        }
        else if (parsed.GetValue(_markdown))
        {
            await console.Out.WriteAsync(HandlersMarkdown.Write(handlers)).ConfigureAwait(false);
        }
        else if (parsed.GetValue(_name) is not null)
        {
            HandlerDescription.Write(console.CreateAnsi(), handlers[0]);
        }
        else
        {
            HandlersTable.Write(console.CreateAnsi(), handlers);
        }

        return ExitCodes.Success;
    }

    private static IReadOnlyList<HandlerDescriptor> Select(string? name, string? module)
    {
        if (name is not null)
        {
            return [HandlerCatalog.Get(name)];
        }

        if (module is null)
        {
            return HandlerCatalog.All;
        }

        var handlers = HandlerCatalog.InModule(module);
        return handlers.Count > 0
            ? handlers
            : throw new CliUsageException($"There is no module '{module}'. The modules are: {string.Join(", ", HandlerCatalog.Modules)}.");
    }
}
