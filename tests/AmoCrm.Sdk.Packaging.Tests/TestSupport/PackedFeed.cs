using System.Globalization;

namespace AmoCrm.Sdk.Packaging.Tests.TestSupport;

/// <summary>The packages, packed once for all tests into a folder that serves as a feed.</summary>
public sealed class PackedFeed : IAsyncLifetime
{
    private static readonly string[] Projects = ["AmoCrm.Sdk", "AmoCrm.Sdk.Hosting", "AmoCrm.Sdk.MongoDB", "AmoCrm.Sdk.Redis", "AmoCrm.Emulator", "AmoCrm.Cli"];

    private readonly string _root = Path.Combine(BuildFacts.ArtifactsPath, "packaging-tests");

    /// <summary>The folder with the packages.</summary>
    public string Folder => Path.Combine(_root, "feed");

    /// <summary>The version they were packed with: of no release, so that nothing but this feed can supply it.</summary>
    public string Version { get; } = string.Create(CultureInfo.InvariantCulture, $"0.0.0-test.{Environment.ProcessId}");

    /// <summary>What makes a restore take our packages from the feed and the others from where the repository has them.</summary>
    internal string[] RestoreArguments =>
    [
        $"-p:PackedSdkVersion={Version}",
        $"-p:RestoreAdditionalProjectSources={Folder}",
        $"-p:RestorePackagesPath={Path.Combine(_root, "restored")}",
        $"-p:RestoreFallbackFolders={BuildFacts.GlobalPackages}",
    ];

    public async ValueTask InitializeAsync()
    {
        if (Directory.Exists(_root))
        {
            Directory.Delete(_root, recursive: true);
        }

        foreach (var project in Projects)
        {
            var packed = await Command.DotnetAsync(
                null,
                "pack",
                Path.Combine(RepositoryFiles.Root, "src", project),
                "--no-build",
                "--configuration",
                BuildFacts.Configuration,
                "--output",
                Folder,
                $"-p:ArtifactsPath={BuildFacts.ArtifactsPath}",
                $"-p:Version={Version}");
            packed.MustSucceed();
        }
    }

    public ValueTask DisposeAsync()
    {
        return ValueTask.CompletedTask;
    }

    /// <summary>An empty folder outside the repository, so that none of its props and analyzers apply.</summary>
    internal static string FolderOutsideTheRepository(string name)
    {
        return Directory.CreateTempSubdirectory($"amocrm-{name}-").FullName;
    }

    internal string WorkFolder(string name)
    {
        return Path.Combine(_root, name);
    }

    internal PackedPackage Package(string id)
    {
        return new PackedPackage(Path.Combine(Folder, $"{id}.{Version}.nupkg"));
    }

    internal PackedPackage Symbols(string id)
    {
        return new PackedPackage(Path.Combine(Folder, $"{id}.{Version}.snupkg"));
    }
}
