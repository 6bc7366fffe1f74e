using System.Text.Json;

namespace AmoCrm.Cli.Tests.TestSupport;

/// <summary>What one command line printed, and its exit code.</summary>
internal sealed record CliResult(int ExitCode, string Out, string Error)
{
    /// <summary>The standard output as JSON.</summary>
    public JsonElement Json()
    {
        using var document = JsonDocument.Parse(Out);
        return document.RootElement.Clone();
    }

    /// <summary>The lines of the standard output, without empty ones.</summary>
    public string[] Lines() => Out.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>What stands after a name at the beginning of a line; null when no line begins so.</summary>
    public string? Fact(string name) =>
        Array.Find(Lines(), line => line.StartsWith(name + "  ", StringComparison.Ordinal) || line.StartsWith(name.PadRight(15), StringComparison.Ordinal))?[name.Length..].Trim();
}
