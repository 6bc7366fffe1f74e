using System.Diagnostics;
using System.Text.Json.Nodes;
using AmoCrm.Sdk.Fuzzing.Mutating;

namespace AmoCrm.Sdk.Fuzzing.Tests;

/// <summary>The program finds what is planted: a failure, a stack that overflows, and an input that takes for ever, each behind branches of the SDK's own code.</summary>
public sealed class FuzzingTests
{
    [Theory]
    [InlineData("planted-failure", "failures")]
    [InlineData("planted-overflow", "crashes")]
    [InlineData("planted-hang", "hangs")]
    public async Task A_planted_fault_is_found(string target, string kind)
    {
        var (exitCode, output, progress) = await RunAsync(target, "--minutes", "0.05", "--seed", "3", "--limit", "1");

        Assert.True(exitCode == 1, progress);
        var line = JsonNode.Parse(output)!;
        Assert.False(line["ok"]!.GetValue<bool>());
        Assert.InRange(line[kind]!.GetValue<int>(), 1, int.MaxValue);
        Assert.InRange(line["branches"]!.GetValue<int>(), kind == "failures" ? 5 : 0, int.MaxValue);
    }

    [Theory]
    [InlineData]
    [InlineData("unheard-of")]
    [InlineData("models", "--minutes")]
    [InlineData("models", "--minutes", "-1")]
    [InlineData("models", "--limit", "0")]
    [InlineData("all", "--replay", "file")]
    public async Task What_it_does_not_know_is_wrong_usage(params string[] arguments)
    {
        var (exitCode, output, progress) = await RunAsync(arguments);

        Assert.Equal((2, ""), (exitCode, output));
        Assert.StartsWith("usage:", progress, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_input_is_made_smaller_as_long_as_it_shows_the_same()
    {
        var smaller = await Minimizer.MinimizeAsync("aaaaaaaaXbbbbbbYcccc"u8.ToArray(), static candidate => Task.FromResult(candidate.Contains((byte)'X') && candidate.Contains((byte)'Y')));

        Assert.Equal("XY"u8.ToArray(), smaller);
    }

    [Fact]
    public void The_same_seed_makes_the_same_inputs()
    {
        var target = Fuzzing.Targets.FuzzTargets.Find("models")!;

        Assert.Equal(ChangedInputs.Of(target, 7, 50), ChangedInputs.Of(target, 7, 50));
        Assert.NotEqual(ChangedInputs.Of(target, 7, 50), ChangedInputs.Of(target, 8, 50));
    }

    private static async Task<(int ExitCode, string Output, string Progress)> RunAsync(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(FuzzTarget).Assembly.Location, .. arguments])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        })!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var progress = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output, progress);
    }
}
