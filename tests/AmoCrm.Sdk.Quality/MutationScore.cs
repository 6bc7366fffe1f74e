using System.Text.Json;

namespace AmoCrm.Sdk.Quality;

/// <summary>What the tests found of the mistakes that Stryker made in a folder.</summary>
/// <param name="Folder">The folder, <c>Auth</c>.</param>
/// <param name="Commit">What was measured; null where the run did not leave it.</param>
internal sealed record MutationScore(string Folder, DateTime Measured, string? Commit, int Killed, int TimedOut, int Survived, int NotCovered)
{
    public int Mutants => Killed + TimedOut + Survived + NotCovered;

    public double Percent => 100.0 * (Killed + TimedOut) / Mutants;

    /// <summary>One report a folder, named after it. One without a mutant measured nothing.</summary>
    public static IReadOnlyList<MutationScore> ReadAll(string folder) =>
        [.. Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal).Select(Read).Where(static score => score.Mutants > 0)];

    private static MutationScore Read(string path)
    {
        using var report = JsonDocument.Parse(File.ReadAllBytes(path));
        var statuses = report.RootElement.GetProperty("files").EnumerateObject()
            .SelectMany(static file => file.Value.GetProperty("mutants").EnumerateArray())
            .Select(static mutant => mutant.GetProperty("status").GetString()!)
            .CountBy(static status => status)
            .ToDictionary(static pair => pair.Key, static pair => pair.Value, StringComparer.Ordinal);
        return new MutationScore(
            Path.GetFileNameWithoutExtension(path),
            File.GetLastWriteTimeUtc(path),
            ReadCommit(Path.ChangeExtension(path, ".commit")),
            statuses.GetValueOrDefault("Killed"),
            statuses.GetValueOrDefault("Timeout"),
            statuses.GetValueOrDefault("Survived"),
            statuses.GetValueOrDefault("NoCoverage"));
    }

    private static string? ReadCommit(string path) => File.Exists(path) ? File.ReadAllText(path).Trim() : null;
}
