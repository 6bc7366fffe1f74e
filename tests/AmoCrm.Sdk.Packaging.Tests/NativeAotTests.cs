using System.Text.RegularExpressions;
using AmoCrm.Emulator;
using AmoCrm.Sdk.Packaging.Tests.TestSupport;

namespace AmoCrm.Sdk.Packaging.Tests;

[Collection(PackedFeedCollection.Name)]
public sealed partial class NativeAotTests(PackedFeed feed)
{
    [Fact]
    public async Task The_packed_library_publishes_with_native_aot_without_a_warning_and_the_program_works()
    {
        Assert.SkipUnless(CanLink(), "Native AOT needs clang or gcc on the PATH; here is neither.");

        var published = await Command.DotnetAsync(
            null,
            [
                "publish",
                Path.Combine(RepositoryFiles.Root, "tests", "AmoCrm.Sdk.AotTests"),
                "--use-current-runtime",
                "--configuration",
                "Release",
                "--artifacts-path",
                feed.WorkFolder("aot"),
                "--output",
                feed.WorkFolder("aot-published"),
                .. feed.RestoreArguments,
            ]);

        Assert.Empty(TrimOrAotWarning().Matches(published.Output).Select(match => match.Value));
        published.MustSucceed();

        await using var crm = await AmoCrmEmulator.StartAsync();
        var program = Path.Combine(feed.WorkFolder("aot-published"), OperatingSystem.IsWindows() ? "AmoCrm.Sdk.AotTests.exe" : "AmoCrm.Sdk.AotTests");
        var ran = await Command.RunAsync(program, [crm.BaseAddress.ToString(), crm.Host, crm.AccessToken]);
        Assert.Equal("everything as expected", ran.MustSucceed().Output);
        Assert.Contains(crm.Requests, request => request.Path == "/api/v4/leads" && request.Method == "POST");
    }

    // Windows and macOS bring the linker with their development tools, which the publish finds by itself.
    private static bool CanLink()
    {
        return !OperatingSystem.IsLinux()
            || Environment.GetEnvironmentVariable("PATH")!.Split(':').Any(folder =>
                File.Exists(Path.Combine(folder, "clang")) || File.Exists(Path.Combine(folder, "gcc")));
    }

    [GeneratedRegex(@"IL[23]\d{3}\b.*")]
    private static partial Regex TrimOrAotWarning();
}
