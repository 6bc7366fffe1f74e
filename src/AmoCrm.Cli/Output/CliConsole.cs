using Spectre.Console;

namespace AmoCrm.Cli.Output;

/// <summary>Where a command reads and writes. Tests give their own.</summary>
/// <param name="Out">Results: JSON and tables.</param>
/// <param name="Error">Diagnostics: what went wrong and what to do.</param>
/// <param name="In">What <c>-</c> reads.</param>
/// <param name="IsTerminal">Whether a person watches <paramref name="Out"/>: then there is colour and live drawing, unless <c>NO_COLOR</c> is set.</param>
internal sealed record CliConsole(TextWriter Out, TextWriter Error, TextReader In, bool IsTerminal)
{
    private const int RedirectedWidth = 180;

    /// <summary>The process's own streams.</summary>
    public static CliConsole System() => new(Console.Out, Console.Error, Console.In, !Console.IsOutputRedirected);

    /// <summary>A Spectre console on <see cref="Out"/>.</summary>
    public IAnsiConsole CreateAnsi()
    {
        var colour = IsTerminal && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(IsTerminal ? Out : new LineEndTrimmer(Out)),
            Ansi = IsTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = colour ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = IsTerminal ? InteractionSupport.Detect : InteractionSupport.No,
        });
        if (!IsTerminal)
        {
            // A pipe has no width; a narrow guess would break the rows that somebody greps.
            console.Profile.Width = RedirectedWidth;
        }

        return console;
    }
}
