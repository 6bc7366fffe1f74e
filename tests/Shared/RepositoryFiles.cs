using System.Reflection;

namespace AmoCrm.Sdk.Tests.Shared;

/// <summary>Files of the repository: built output may lie elsewhere, so the build writes into the assembly where the sources are.</summary>
internal static class RepositoryFiles
{
    public static string Root { get; } = typeof(RepositoryFiles).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(static attribute => attribute.Key == "RepositoryRoot")
        .Value!;

    /// <summary>The text of a file, named relative to the repository, with \n at line ends.</summary>
    public static string Read(string relative) => File.ReadAllText(Path.Combine(Root, relative)).ReplaceLineEndings("\n");
}
