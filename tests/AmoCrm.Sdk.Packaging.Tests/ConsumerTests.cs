using AmoCrm.Sdk.Packaging.Tests.TestSupport;

namespace AmoCrm.Sdk.Packaging.Tests;

[Collection(PackedFeedCollection.Name)]
public sealed class ConsumerTests(PackedFeed feed)
{
    [Fact]
    public async Task A_console_program_outside_the_repository_runs_on_the_packages_alone()
    {
        var folder = PackedFeed.FolderOutsideTheRepository("consumer");
        try
        {
            foreach (var file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Consumer")))
            {
                File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
            }

            var built = await Command.DotnetAsync(folder, ["build", "--configuration", "Release", .. feed.RestoreArguments]);
            built.MustSucceed();

            var ran = await Command.RunAsync("dotnet", [Path.Combine("bin", "Release", "net10.0", "Consumer.dll")], folder);

            Assert.Equal("AmoCrm.Sdk\nAmoCrm.Emulator", ran.MustSucceed().Output);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
