namespace AmoCrm.Cli.Demo;

/// <summary>What the demo came to.</summary>
internal sealed class DemoReport
{
    /// <param name="rows">The rows that were played.</param>
    /// <param name="handlers">The handlers that had to be.</param>
    public DemoReport(IReadOnlyList<DemoRow> rows, IReadOnlyList<string> handlers)
    {
        var called = rows.ToLookup(static row => row.Step.Handler, StringComparer.Ordinal);
        Total = handlers.Count;
        Answered = handlers.Count(handler => called[handler].Any() && called[handler].All(static row => row.IsAnswered));
        Problems =
        [
            .. rows.SelectMany(static row => row.Problems),
            .. handlers.Where(handler => !called.Contains(handler)).Select(static handler => $"{handler}: the story does not call it"),
        ];
    }

    /// <summary>How many of the handlers answered in both ways what was asked for.</summary>
    public int Answered { get; }

    public int Total { get; }

    /// <summary>Which handlers did not, and why.</summary>
    public IReadOnlyList<string> Problems { get; }

    public bool IsComplete => Total > 0 && Answered == Total && Problems.Count == 0;
}
