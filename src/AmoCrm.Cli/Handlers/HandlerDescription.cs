using AmoCrm.Sdk.Dispatch;
using Spectre.Console;

namespace AmoCrm.Cli.Handlers;

/// <summary>Describes one handler: what it sends, what it takes, how to call it.</summary>
internal static class HandlerDescription
{
    private const int MostValues = 12;

    public static void Write(IAnsiConsole console, HandlerDescriptor handler)
    {
        console.MarkupLineInterpolated($"[bold]{handler.Name}[/]  {handler.Summary}");
        console.WriteLine();
        var facts = new Grid().AddColumn(new GridColumn().NoWrap()).AddColumn();
        AddFact(facts, "C#", $"amo.{handler.Client}.{handler.ClientMethod}");
        AddFact(facts, "request", $"{handler.HttpMethod} {handler.Path}{(handler.IsCustom ? "  (it may send others too)" : "")}");
        AddFact(facts, "effect", $"{HandlerJson.Word(handler.Effect)}, retry {HandlerJson.Word(handler.Retry)}");
        AddFact(facts, "output_var", handler.OutputVariable);
        AddFact(facts, "docs", handler.Documentation);
        AddFact(facts, "checked", string.Join(", ", handler.Checked));
        if (handler.Unsupported is { } reason)
        {
            AddFact(facts, "note", reason);
        }

        console.Write(facts);
        console.WriteLine();
        if (handler.Parameters.Count == 0)
        {
            console.WriteLine("It takes no parameters.");
            return;
        }

        var table = new Table().Border(TableBorder.Simple).AddColumns("Parameter", "Type", "", "Summary");
        foreach (var parameter in handler.Parameters)
        {
            table.AddRow($"[bold]{Markup.Escape(parameter.Name)}[/]", Markup.Escape(parameter.Type), Need(parameter), Markup.Escape(Text(handler, parameter)));
        }

        console.Write(table);
    }

    /// <summary>Whether the parameter must be given, or what stands in for it.</summary>
    public static string Need(HandlerParameter parameter) => parameter switch
    {
        { IsRequired: true } => "required",
        { IsIgnored: true } => "ignored",
        { Default: { } value } => $"default {Markup.Escape(value)}",
        _ => "",
    };

    /// <summary>The summary with aliases, values and conditions.</summary>
    public static string Text(HandlerDescriptor handler, HandlerParameter parameter)
    {
        var text = parameter.Summary;
        if (parameter.Aliases.Count > 0)
        {
            text += $" Also: {string.Join(", ", parameter.Aliases)}.";
        }

        if (parameter.AllowedValues.Count > 0)
        {
            text += $" Only: {string.Join(", ", parameter.AllowedValues)}.";
        }

        var known = KnownValues(handler, parameter);
        if (known.Count > 1)
        {
            text += $" Known: {string.Join(", ", known.Take(MostValues))}{(known.Count > MostValues ? " …" : "")}.";
        }

        return parameter.Requirement is { Length: > 0 } requirement ? $"{text} {requirement}" : text;
    }

    // The schema lists the values of an open enum as examples: others are taken too.
    private static IReadOnlyList<string> KnownValues(HandlerDescriptor handler, HandlerParameter parameter)
    {
        if (!handler.GetParametersSchema().GetProperty("properties").TryGetProperty(parameter.Name, out var schema))
        {
            return [];
        }

        var item = schema.TryGetProperty("items", out var items) ? items : schema;
        return item.TryGetProperty("examples", out var examples) ? [.. examples.EnumerateArray().Select(static value => value.ToString())] : [];
    }

    private static void AddFact(Grid grid, string name, string value) => grid.AddRow($"[dim]{name}[/]", Markup.Escape(value));
}
