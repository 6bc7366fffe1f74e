using Spectre.Console;

namespace AmoCrm.Cli.Output;

/// <summary>Where a command reads and writes. Tests give their own.</summary>
/// <param name="Out">Results: JSON and tables.</param>
/// <param name="Error">Diagnostics: what went wrong and what to do.</param>
/// <param name="In">What <c>-</c> reads.</param>
/// <param name="IsTerminal">Whether a person watches <paramref name="Out"/>: then there is colour and live drawing.</param>
internal sealed record CliConsole(TextWriter Out, TextWriter Error, TextReader In, bool IsTerminal)
{
    private const int RedirectedWidth = 180;

    /// <summary>Whether a person watches <see cref="Error"/>: then progress is drawn there.</summary>
    public bool IsErrorTerminal { get; init; }

    /// <summary>False where <c>NO_COLOR</c> is set.</summary>
    public bool UsesColour { get; init; } = true;

    /// <summary>Whether the terminal understands escape codes.</summary>
    public AnsiSupport Ansi { get; init; } = AnsiSupport.Detect;

    /// <summary>Where a person is asked; null when nobody sits there to answer.</summary>
    public IAnsiConsole? Prompts { get; init; }

    /// <summary>The machine that the command runs on.</summary>
    public CliMachine Machine { get; init; } = new();

    /// <summary>The process's own streams.</summary>
    public static CliConsole System() => new(Console.Out, Console.Error, Console.In, !Console.IsOutputRedirected)
    {
        IsErrorTerminal = !Console.IsErrorRedirected,
        UsesColour = string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")),
        Prompts = Console.IsInputRedirected || Console.IsErrorRedirected
            ? null
            : AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error), Interactive = InteractionSupport.Yes }),
    };

    /// <summary>A Spectre console on <see cref="Out"/>.</summary>
    public IAnsiConsole CreateAnsi() => CreateAnsi(Out, IsTerminal, InteractionSupport.Detect);

    /// <summary>A Spectre console on <see cref="Error"/>.</summary>
    public IAnsiConsole CreateErrorAnsi() => CreateAnsi(Error, IsErrorTerminal, InteractionSupport.Yes);

    private IAnsiConsole CreateAnsi(TextWriter writer, bool isTerminal, InteractionSupport interactive)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(isTerminal ? writer : new LineEndTrimmer(writer)),
            Ansi = isTerminal ? Ansi : AnsiSupport.No,
            ColorSystem = isTerminal && UsesColour ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = isTerminal ? interactive : InteractionSupport.No,
        });
        if (!isTerminal)
        {
            // A pipe has no width; a narrow guess would break the rows that somebody greps.
            console.Profile.Width = RedirectedWidth;
        }

        return console;
    }
}
