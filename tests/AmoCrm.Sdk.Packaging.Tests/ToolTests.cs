using AmoCrm.Sdk.Packaging.Tests.TestSupport;

namespace AmoCrm.Sdk.Packaging.Tests;

[Collection(PackedFeedCollection.Name)]
public sealed class ToolTests(PackedFeed feed)
{
    [Fact]
    public async Task The_tool_is_installed_from_its_package_and_answers()
    {
        var folder = PackedFeed.FolderOutsideTheRepository("tool");
        try
        {
            var installed = await Command.RunAsync("dotnet", ["tool", "install", "AmoCrm.Cli", "--tool-path", folder, "--version", feed.Version, "--source", feed.Folder], folder);
            installed.MustSucceed();

            var amocrm = Path.Combine(folder, OperatingSystem.IsWindows() ? "amocrm.exe" : "amocrm");
            var version = await Command.RunAsync(amocrm, ["--version"], folder);
            var handlers = await Command.RunAsync(amocrm, ["handlers"], folder);

            // The number is that of the build: packing gave the package another one.
            Assert.Matches(@"^\d+\.\d+\.\d+\+[0-9a-f]{40}$", version.MustSucceed().Output);
            Assert.Contains("amocrm_create_lead", handlers.MustSucceed().Output, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
