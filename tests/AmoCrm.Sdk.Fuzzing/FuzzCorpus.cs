using System.Reflection;

namespace AmoCrm.Sdk.Fuzzing;

/// <summary>The inputs that are kept in the repository: where fuzzing begins, and what it once found.</summary>
internal static class FuzzCorpus
{
    public static string RepositoryRoot { get; } = typeof(FuzzCorpus).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(static attribute => attribute.Key == "RepositoryRoot")
        .Value!;

    /// <summary>The files of a target, in a fixed order.</summary>
    public static IReadOnlyList<string> Files(FuzzTarget target)
    {
        var folder = Path.Combine(RepositoryRoot, "tests", "AmoCrm.Sdk.Fuzzing", "Corpus", target.Name);
        return Directory.Exists(folder) ? [.. Directory.GetFiles(folder).Order(StringComparer.Ordinal)] : [];
    }

    public static IReadOnlyList<byte[]> Read(FuzzTarget target) => [.. Files(target).Select(File.ReadAllBytes)];
}
