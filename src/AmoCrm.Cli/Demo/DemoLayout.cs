namespace AmoCrm.Cli.Demo;

/// <summary>What of the table fits into a width. Requests are cut, not wrapped: each keeps a line of its own beside its status.</summary>
internal sealed record DemoLayout(bool HasModule, bool HasChecks, int RequestWidth)
{
    public const int CheckWidth = 36;

    private const int WidestRequest = 62;
    private const int NarrowestRequest = 20;

    // The other columns with the blanks between them: with module and checks, with the module only, with neither.
    private const int RestOfWide = 81 + CheckWidth;
    private const int RestOfMedium = 78;
    private const int RestOfNarrow = 66;

    public static DemoLayout For(int width) => width switch
    {
        >= RestOfWide + 40 => new(HasModule: true, HasChecks: true, Math.Min(WidestRequest, width - RestOfWide)),
        >= RestOfMedium + 36 => new(HasModule: true, HasChecks: false, Math.Min(WidestRequest, width - RestOfMedium)),
        _ => new(HasModule: false, HasChecks: false, Math.Max(NarrowestRequest, width - RestOfNarrow)),
    };
}
