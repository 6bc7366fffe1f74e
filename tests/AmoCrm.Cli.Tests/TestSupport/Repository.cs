using System.Reflection;

namespace AmoCrm.Cli.Tests.TestSupport;

/// <summary>Where the repository lies, as the build wrote it into the assembly.</summary>
internal static class Repository
{
    public static string Root { get; } = typeof(Repository).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "RepositoryRoot")
        .Value!;
}
