namespace AmoCrm.Sdk.Generators.Tests.TestSupport;

/// <summary>The real manifest.</summary>
internal static class SpecFiles
{
    /// <summary>Every YAML file of spec/, with paths relative to the repository and forward slashes.</summary>
    public static (string Path, string Text)[] All() =>
    [
        .. Directory.GetFiles(Path.Combine(RepositoryFiles.Root, "spec"), "*.yaml", SearchOption.AllDirectories)
            .Select(static file => Path.GetRelativePath(RepositoryFiles.Root, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)
            .Select(static file => (file, RepositoryFiles.Read(file))),
    ];
}
