using AmoCrm.Cli.Output;

namespace AmoCrm.Cli.Arguments;

/// <summary>Reads text that a command line gives as itself, as <c>@file</c> or as <c>-</c> for standard input.</summary>
internal static class TextSource
{
    public static Task<string> ReadAsync(CliConsole console, string source, CancellationToken cancellationToken) => source switch
    {
        "-" => console.In.ReadToEndAsync(cancellationToken),
        ['@', .. var path] => ReadFileAsync(path, cancellationToken),
        _ => Task.FromResult(source),
    };

    public static async Task<string> ReadFileAsync(string path, CancellationToken cancellationToken) => File.Exists(path)
        ? await File.ReadAllTextAsync(path, cancellationToken).ConfigureAwait(false)
        : throw new CliUsageException($"There is no file '{path}'.");
}
