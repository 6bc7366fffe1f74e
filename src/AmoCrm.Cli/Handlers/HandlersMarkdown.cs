using System.Globalization;
using System.Text;
using AmoCrm.Sdk.Dispatch;

namespace AmoCrm.Cli.Handlers;

/// <summary>Writes <c>docs/handlers.md</c>. A test compares the file in the repository with what this writes.</summary>
internal static class HandlersMarkdown
{
    public static string Write(IReadOnlyList<HandlerDescriptor> handlers)
    {
        var page = new StringBuilder();
        Line(page, "# Handlers");
        Line(page);
        Line(page, "Written from the manifest by `dotnet run --project src/AmoCrm.Cli -- handlers --markdown > docs/handlers.md`; do not edit.");
        Line(page);
        var modules = handlers.GroupBy(static handler => handler.Module, StringComparer.Ordinal).ToList();
        Line(page, string.Join(" · ", modules.Select(static module => string.Create(CultureInfo.InvariantCulture, $"[{module.Key}](#{module.Key}) {module.Count()}"))));
        foreach (var module in modules)
        {
            WriteModule(page, module.Key, [.. module]);
        }

        return page.ToString();
    }

    private static void WriteModule(StringBuilder page, string module, IReadOnlyList<HandlerDescriptor> handlers)
    {
        Line(page);
        Line(page, $"## {module}");
        Line(page);
        Line(page, "| Handler | C# | Request | Effect | Retry |");
        Line(page, "|---|---|---|---|---|");
        foreach (var handler in handlers)
        {
            Line(page, $"| [{handler.Name}](#{handler.Name}) | `{handler.Client}.{handler.ClientMethod}` | `{handler.HttpMethod} {handler.Path}` | {HandlerJson.Word(handler.Effect)} | {HandlerJson.Word(handler.Retry)} |");
        }

        foreach (var handler in handlers)
        {
            WriteHandler(page, handler);
        }
    }

    private static void WriteHandler(StringBuilder page, HandlerDescriptor handler)
    {
        Line(page);
        Line(page, $"### {handler.Name}");
        Line(page);
        Line(page, handler.Summary);
        if (handler.Unsupported is { } reason)
        {
            Line(page);
            Line(page, $"> {reason}");
        }

        Line(page);
        Line(page, $"[Documentation]({handler.Documentation}) · confirmed by {string.Join(", ", handler.Checked)} · engine output `{handler.OutputVariable}`");
        if (handler.Parameters.Count == 0)
        {
            return;
        }

        Line(page);
        Line(page, "| Parameter | Type | | |");
        Line(page, "|---|---|---|---|");
        foreach (var parameter in handler.Parameters)
        {
            Line(page, $"| `{parameter.Name}` | `{parameter.Type}` | {HandlerDescription.Need(parameter)} | {Cell(HandlerDescription.Text(handler, parameter))} |");
        }
    }

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).ReplaceLineEndings(" ");

    private static void Line(StringBuilder page, string text = "") => page.Append(text).Append('\n');
}
