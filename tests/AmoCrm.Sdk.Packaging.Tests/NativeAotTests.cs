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
        var program = await PublishAsync("AmoCrm.Sdk.AotTests");

        await using var crm = await AmoCrmEmulator.StartAsync();
        var ran = await Command.RunAsync(program, [crm.BaseAddress.ToString(), crm.Host, crm.AccessToken]);
        Assert.Equal("everything as expected", ran.MustSucceed().Output);
        Assert.Contains(crm.Requests, request => request.Path == "/api/v4/leads" && request.Method == "POST");
    }

    /// <summary>docs/native-aot.md: the programs differ in what they make their one call with, the SDK or HttpClient and System.Text.Json.</summary>
    [Fact]
    public async Task A_small_program_pays_for_what_it_uses()
    {
        var program = await PublishAsync("AmoCrm.Sdk.Benchmarks.StartSdk", "-p:IlcGenerateMapFile=true");
        var byHand = await PublishAsync("AmoCrm.Sdk.Benchmarks.StartPlain");

        Assert.InRange(new FileInfo(program).Length - new FileInfo(byHand).Length, 0, 2_500_000);
        var contents = await File.ReadAllTextAsync(Assert.Single(Directory.GetFiles(feed.WorkFolder("AmoCrm.Sdk.Benchmarks.StartSdk"), "*.map.xml", SearchOption.AllDirectories)));
        Assert.Contains("AmoCrm_Sdk_LeadsClient", contents, StringComparison.Ordinal);
        string[] unused =
        [
            // The other modules, and what knows them all.
            "ContactsClient", "NoteParams", "Widget", "WebhookEvent", "CreateLeadRequest", "HandlerTable", "PackedJson", "AmoCrmJsonTypeInfoResolver",
            // Large parts of .NET: docs/decisions/0025.
            "Brotli", "System_Text_RegularExpressions",
        ];
        Assert.DoesNotContain(unused, name => contents.Contains(name, StringComparison.Ordinal));
    }

    /// <summary>Publishes a program of this repository on the packed library.</summary>
    /// <returns>The file to start.</returns>
    private async Task<string> PublishAsync(string name, params string[] arguments)
    {
        Assert.SkipUnless(CanLink(), "Native AOT needs clang or gcc on the PATH; here is neither.");

        var folder = feed.WorkFolder($"{name}-published");
        var published = await Command.DotnetAsync(
            null,
            [
                "publish",
                Path.Combine(RepositoryFiles.Root, "tests", name),
                "--use-current-runtime",
                "--configuration",
                "Release",
                "--artifacts-path",
                feed.WorkFolder(name),
                "--output",
                folder,
                .. arguments,
                .. feed.RestoreArguments,
            ]);

        Assert.Empty(TrimOrAotWarning().Matches(published.Output).Select(match => match.Value));
        published.MustSucceed();
        return Path.Combine(folder, OperatingSystem.IsWindows() ? $"{name}.exe" : name);
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
