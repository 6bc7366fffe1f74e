namespace AmoCrm.Cli.Demo;

/// <summary>A part of the day that the demo plays.</summary>
internal interface IDemoChapter
{
    string Title { get; }

    IReadOnlyList<DemoStep> Steps { get; }
}
