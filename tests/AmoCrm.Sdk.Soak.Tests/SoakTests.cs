using System.Text.Json.Nodes;

namespace AmoCrm.Sdk.Soak.Tests;

/// <summary>The short forms of the soak programs, each as a process that starts processes. In one class, so that they run one after the other: they measure.</summary>
public sealed class SoakTests
{
    private const int NoServer = 3;

    [Theory]
    [InlineData("refresh-stampede")]
    [InlineData("refresh-kill")]
    [InlineData("refresh-slow")]
    [InlineData("store-outage")]
    [InlineData("idle-year")]
    [InlineData("saturation")]
    [InlineData("saturation-redis")]
    [InlineData("lanes")]
    [InlineData("export")]
    [InlineData("bulk-chaos")]
    [InlineData("import-kill")]
    [InlineData("read-faults")]
    public async Task The_short_form_is_ok(string name)
    {
        var (exitCode, output, progress) = await SoakProgram.RunAsync(name, "--quick");
        Assert.SkipWhen(exitCode == NoServer, progress);
        var line = Assert.Single(output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        Assert.True(exitCode == 0, $"{line}\n{progress}");
        var json = JsonNode.Parse(line)!;
        Assert.Equal((name, true), (json["name"]!.GetValue<string>(), json["ok"]!.GetValue<bool>()));
    }

    [Theory]
    [InlineData]
    [InlineData("refresh")]
    [InlineData("refresh-kill", "--store", "paper")]
    [InlineData("store-outage", "--store", "file")]
    [InlineData("saturation", "--store", "file")]
    public async Task What_it_does_not_know_is_wrong_usage(params string[] arguments)
    {
        var (exitCode, output, progress) = await SoakProgram.RunAsync(arguments);
        Assert.Equal((2, ""), (exitCode, output));
        Assert.StartsWith("usage:", progress, StringComparison.Ordinal);
    }
}
