using Spectre.Console;

namespace AmoCrm.Cli.Output;

/// <summary>Asks the person at the terminal. Questions go to the error stream, so that they are in no file that results are written to.</summary>
internal static class Questions
{
    /// <summary>Asks for a text. Where nobody can answer, it is the next line of the standard input.</summary>
    public static Task<string> AskAsync(CliConsole console, string question, CancellationToken cancellationToken) =>
        AskAsync(console, new TextPrompt<string>(Markup.Escape(question)), cancellationToken);

    /// <summary>Asks for a secret, of which nothing is shown. Where nobody can answer, it is the next line of the standard input.</summary>
    public static Task<string> AskSecretAsync(CliConsole console, string question, CancellationToken cancellationToken) =>
        AskAsync(console, new TextPrompt<string>(Markup.Escape(question)).Secret(mask: null), cancellationToken);

    /// <summary>Asks whether to go on. Where nobody can answer, the command has to be told beforehand.</summary>
    /// <exception cref="CliUsageException">Nobody can answer.</exception>
    public static Task<bool> ConfirmAsync(CliConsole console, string question, CancellationToken cancellationToken) => console.Prompts is { } prompts
        ? new ConfirmationPrompt(Markup.Escape(question)) { DefaultValue = false }.ShowAsync(prompts, cancellationToken)
        : throw new CliUsageException($"{question} There is no terminal to answer at: say so with --yes.");

    private static async Task<string> AskAsync(CliConsole console, TextPrompt<string> prompt, CancellationToken cancellationToken)
    {
        var answer = console.Prompts is { } prompts
            ? await prompt.AllowEmpty().ShowAsync(prompts, cancellationToken).ConfigureAwait(false)
            : await console.In.ReadLineAsync(cancellationToken).ConfigureAwait(false);
        return (answer ?? "").Trim();
    }
}
