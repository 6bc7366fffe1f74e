namespace AmoCrm.Cli.Demo;

/// <summary>One line of the demo's table.</summary>
internal sealed class DemoRow(DemoStep step, string chapter, string module)
{
    public DemoStep Step { get; } = step;

    public string Chapter { get; } = chapter;

    public string Module { get; } = module;

    public DemoOutcome? Typed { get; set; }

    public DemoOutcome? ByName { get; set; }

    /// <summary>Whether the handler was called in both ways and answered what was asked for.</summary>
    public bool IsAnswered => Typed is { Problem: null } && ByName is { Problem: null };

    /// <summary>What went wrong, one line for each way.</summary>
    public IEnumerable<string> Problems
    {
        get
        {
            if (Typed?.Problem is { } typed)
            {
                yield return $"{Step.Handler} (typed): {typed}";
            }

            if (ByName?.Problem is { } byName)
            {
                yield return $"{Step.Handler} (by name): {byName}";
            }
        }
    }
}
