using AmoCrm.Sdk.Dispatch;
using Spectre.Console;

namespace AmoCrm.Cli.Handlers;

/// <summary>Shows handlers as one table.</summary>
internal static class HandlersTable
{
    public static void Write(IAnsiConsole console, IReadOnlyList<HandlerDescriptor> handlers)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("Module", "Handler", "C#", "Request", "Effect", "Summary");
        foreach (var handler in handlers)
        {
            table.AddRow(
                Markup.Escape(handler.Module),
                $"[bold]{Markup.Escape(handler.Name)}[/]",
                Markup.Escape($"{handler.Client}.{handler.ClientMethod}"),
                Markup.Escape($"{handler.HttpMethod} {handler.Path}"),
                HandlerJson.Word(handler.Effect),
                Markup.Escape(handler.Summary));
        }

        console.Write(table);
        console.MarkupLineInterpolated($"{handlers.Count} handlers. [dim]'amocrm handlers NAME' describes one.[/]");
    }
}
