using System.Reflection;

namespace AmoCrm.Sdk.Packaging.Tests.TestSupport;

/// <summary>Where this build lies, as the project file wrote it into the assembly.</summary>
internal static class BuildFacts
{
    public static string ArtifactsPath { get; } = Read("ArtifactsPath");

    public static string Configuration { get; } = Read("Configuration");

    /// <summary>The packages restored for the repository, so that a consumer's restore downloads none of them again.</summary>
    public static string GlobalPackages { get; } = Read("GlobalPackages");

    private static string Read(string key)
    {
        return typeof(BuildFacts).Assembly
            .GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(attribute => attribute.Key == key)
            .Value!;
    }
}
