using System.Runtime.InteropServices;
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
    public async Task A_console_program_outside_the_repository_runs_on_the_packages_alone_on_both_frameworks()
    {
        var folder = PackedFeed.FolderOutsideTheRepository("consumer");
        try
        {
            await BuildAsync("Consumer", folder);

            // The runtime of .NET 8 may be missing where these tests run: that program carries its own (Consumer.csproj), with what it needs of ASP.NET Core for the emulator.
            var onNet8 = await Command.RunAsync(Path.Combine(folder, "bin", "Release", "net8.0", RuntimeInformation.RuntimeIdentifier, "Consumer"), [], folder);
            var onNet10 = await Command.RunAsync("dotnet", [Path.Combine("bin", "Release", "net10.0", "Consumer.dll")], folder);

            const string Expected = "Anna Kotova, +79000000077: Kitchen, 185000\nWants to see the sample";
            Assert.Equal(Expected, onNet8.MustSucceed().Output);
            Assert.Equal(Expected, onNet10.MustSucceed().Output);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task A_service_outside_the_repository_takes_hosting_MongoDB_and_Redis_from_their_packages_on_both_frameworks()
    {
        var folder = PackedFeed.FolderOutsideTheRepository("service-consumer");
        try
        {
            await BuildAsync("ServiceConsumer", folder);

            // Neither server is there: nothing is asked of them before the first request.
            var onNet10 = await Command.RunAsync("dotnet", [Path.Combine("bin", "Release", "net10.0", "ServiceConsumer.dll")], folder);

            Assert.Equal("AmoCrmClient MongoDbSettingsStore AmoCrmRedisRateLimiter AmoCrmDisposableTokenValidator", onNet10.MustSucceed().Output);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task BuildAsync(string project, string folder)
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, project)))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }

        var built = await Command.DotnetAsync(folder, ["build", "--configuration", "Release", .. feed.RestoreArguments]);
        built.MustSucceed();
    }
}
