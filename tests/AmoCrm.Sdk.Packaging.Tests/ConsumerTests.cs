using AmoCrm.Sdk.Packaging.Tests.TestSupport;

namespace AmoCrm.Sdk.Packaging.Tests;

[Collection(PackedFeedCollection.Name)]
public sealed class ConsumerTests(PackedFeed feed)
{
    [Fact]
    public void The_program_takes_twelve_lines()
    {
        var program = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Consumer", "Program.cs"));

        Assert.Equal(12, program.Count(line => line.Length > 0));
    }

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

            Assert.Equal("Anna Kotova, +79000000077: Kitchen, 185000\nWants to see the sample", ran.MustSucceed().Output);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
