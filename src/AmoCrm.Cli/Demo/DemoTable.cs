using System.Globalization;
using AmoCrm.Emulator;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace AmoCrm.Cli.Demo;

/// <summary>Draws the rows of the demo.</summary>
internal static class DemoTable
{
    // Cut, not wrapped: a request, its status and the next request stay on lines of their own.
    private const int LongestRequest = 62;
    private const int LongestCheck = 36;

    /// <param name="rows">The rows; those that were not played yet are left out.</param>
    /// <param name="withChecks">Whether there is room for what the checks saw.</param>
    public static IRenderable Draw(IEnumerable<DemoRow> rows, bool withChecks)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumn(new TableColumn("Handler").NoWrap()).AddColumn("Module").AddColumn(new TableColumn("Request").NoWrap());
        table.AddColumn(new TableColumn("Status").RightAligned());
        table.AddColumn(new TableColumn("ms\ntyped").RightAligned());
        table.AddColumn(new TableColumn("ms\nby name").RightAligned());
        if (withChecks)
        {
            table.AddColumn(new TableColumn("Checked").NoWrap());
        }

        string? chapter = null;
        foreach (var row in rows.Where(static row => row.Typed is not null))
        {
            if (row.Chapter != chapter)
            {
                chapter = row.Chapter;
                table.AddRow(new Markup($"[bold]{Markup.Escape(chapter)}[/]"));
            }

            table.AddRow(Cells(row, withChecks));
        }

        return table;
    }

    private static IEnumerable<IRenderable> Cells(DemoRow row, bool withChecks)
    {
        var lines = Lines(row).ToArray();
        yield return new Markup($"[{Colour(row)}]{Markup.Escape(row.Step.Handler)}[/]");
        yield return new Text(row.Module);
        yield return new Text(string.Join('\n', lines.Select(static line => line.Request)));
        yield return new Text(string.Join('\n', lines.Select(static line => line.Status)));
        yield return new Text(Milliseconds(row.Typed));
        yield return new Text(Milliseconds(row.ByName));
        if (withChecks)
        {
            yield return new Text(row.Problems.Any() ? "failed" : Cut(row.Typed?.Seen ?? "", LongestCheck));
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
        return (Cut($"{way}{request.Method} {request.Path}{query}", LongestRequest), request.Status.ToString(CultureInfo.InvariantCulture));
    }

    private static string Cut(string text, int length) => text.Length > length ? $"{text[..(length - 1)]}…" : text;

    private static string Milliseconds(DemoOutcome? outcome) => outcome is null ? "" : outcome.Elapsed.TotalMilliseconds.ToString("0.0", CultureInfo.InvariantCulture);
}
