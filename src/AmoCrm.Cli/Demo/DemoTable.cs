using System.Globalization;
using AmoCrm.Emulator;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace AmoCrm.Cli.Demo;

/// <summary>Draws the rows of the demo.</summary>
internal static class DemoTable
{
    /// <summary>The rows that were played, under the titles of their chapters.</summary>
    public static IRenderable Draw(IEnumerable<DemoRow> rows, DemoLayout layout)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumn(new TableColumn("Handler").NoWrap());
        if (layout.HasModule)
        {
            table.AddColumn(new TableColumn("Module").NoWrap());
        }

        table.AddColumn(new TableColumn("Request").NoWrap());
        table.AddColumn(new TableColumn("Status").RightAligned().NoWrap());
        table.AddColumn(new TableColumn("ms\ntyped").RightAligned().NoWrap());
        table.AddColumn(new TableColumn("ms\nby name").RightAligned().NoWrap());
        if (layout.HasChecks)
        {
            table.AddColumn(new TableColumn("Checked").NoWrap());
        }

        string? chapter = null;
        foreach (var row in rows)
        {
            if (row.Chapter != chapter)
            {
                chapter = row.Chapter;
                table.AddRow(new Markup($"[bold]{Markup.Escape(chapter)}[/]"));
            }

            table.AddRow(Cells(row, layout));
        }

        return table;
    }

    private static IEnumerable<IRenderable> Cells(DemoRow row, DemoLayout layout)
    {
        var lines = Lines(row).ToArray();
        yield return new Markup($"[{Colour(row)}]{Markup.Escape(row.Step.Handler)}[/]");
        if (layout.HasModule)
        {
            yield return new Text(row.Module);
        }

        yield return new Text(string.Join('\n', lines.Select(line => Cut(line.Request, layout.RequestWidth))));
        yield return new Text(string.Join('\n', lines.Select(static line => line.Status)));
        yield return new Text(Milliseconds(row.Typed));
        yield return new Text(Milliseconds(row.ByName));
        if (layout.HasChecks)
        {
            yield return new Text(row.Problems.Any() ? "failed" : Cut(row.Typed?.Seen ?? "", DemoLayout.CheckWidth));
        }
    }

    private static string Colour(DemoRow row)
    {
        if (row.Problems.Any())
        {
            return "red";
        }

        return row.IsAnswered ? "green" : "yellow";
    }

    // The call by name is shown only where it went another way than the typed one: usually they differ in ids alone.
    private static IEnumerable<(string Request, string Status)> Lines(DemoRow row)
    {
        var typed = row.Typed?.Requests ?? [];
        var byName = row.ByName?.Requests ?? [];
        return byName.Select(Shape).SequenceEqual(typed.Select(Shape), StringComparer.Ordinal)
            ? typed.Select(static request => Line("", request))
            : [.. typed.Select(static request => Line("", request)), .. byName.Select(static request => Line("by name: ", request))];
    }

    private static string Shape(RecordedRequest request) =>
        $"{request.Method} {string.Join('/', request.Path.Split('/').Where(static segment => !segment.All(char.IsAsciiDigit)))}";

    private static (string Request, string Status) Line(string way, RecordedRequest request)
    {
        var query = request.Query.Length == 0 ? "" : $"?{Uri.UnescapeDataString(request.Query)}";
        return ($"{way}{request.Method} {request.Path}{query}", request.Status.ToString(CultureInfo.InvariantCulture));
    }

    private static string Cut(string text, int length) => text.Length > length ? $"{text[..(length - 1)]}…" : text;

    private static string Milliseconds(DemoOutcome? outcome) => outcome is null ? "" : outcome.Elapsed.TotalMilliseconds.ToString("0.0", CultureInfo.InvariantCulture);
}
