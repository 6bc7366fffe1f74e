namespace AmoCrm.Sdk.Generators.Tests.TestSupport;

/// <summary>Files of the repository, found by walking up from the test assembly to the solution.</summary>
internal static class RepositoryFiles
{
    public static string Root { get; } = FindRoot();

    public static string Read(string relative) => File.ReadAllText(Path.Combine(Root, relative)).ReplaceLineEndings("\n");

    /// <summary>Every YAML file of spec/, with paths relative to the repository and forward slashes.</summary>
    public static (string Path, string Text)[] Spec() =>
    [
        .. Directory.GetFiles(Path.Combine(Root, "spec"), "*.yaml", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)
            .Select(file => (file, Read(file))),
    ];

    private static string FindRoot()
    {
        // Built output may lie outside the repository; the build says where that is.
        var stated = typeof(RepositoryFiles).Assembly.GetCustomAttributes(typeof(System.Reflection.AssemblyMetadataAttribute), false)
            .Cast<System.Reflection.AssemblyMetadataAttribute>()
            .FirstOrDefault(attribute => attribute.Key == "RepositoryRoot")?.Value;
        for (var folder = new DirectoryInfo(stated ?? AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "AmoCrm.Sdk.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("AmoCrm.Sdk.sln is in none of the folders above the tests.");
    }
}
