namespace AmoCrm.Emulator.Pipelines;

/// <summary>The colours that a stage may take; stages made long ago have others.</summary>
internal static class StagePalette
{
    public static readonly string[] Colors =
    [
        "#fffeb2", "#fffd7f", "#fff000", "#ffeab2", "#ffdc7f", "#ffce5a", "#ffdbdb", "#ffc8c8", "#ff8f92", "#d6eaff", "#c1e0ff", "#98cbff", "#ebffb1",
        "#deff81", "#87f2c0", "#f9deff", "#f3beff", "#ccc8f9", "#eb93ff", "#f2f3f4", "#e6e8ea",
    ];
}
