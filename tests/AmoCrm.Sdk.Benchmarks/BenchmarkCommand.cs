using System.CommandLine;
using AmoCrm.Sdk.Benchmarks.Quick;
using BenchmarkDotNet.Running;

namespace AmoCrm.Sdk.Benchmarks;

/// <summary>The command line: <c>--quick</c> measures in this process; anything else is BenchmarkDotNet's, such as <c>--filter '*Decode*'</c>.</summary>
internal static class BenchmarkCommand
{
    public static async Task<int> InvokeAsync(string[] args)
    {
        if (args is not ["--quick" or "--help" or "-h" or "-?", ..])
        {
            BenchmarkSwitcher.FromTypes([.. BenchmarkCases.All.Select(static benchmark => benchmark.Type)]).Run(args);
            return 0;
        }

        return await Create().Parse(args).InvokeAsync();
    }

    private static RootCommand Create()
    {
        var quick = new Option<bool>("--quick") { Description = "Measure in this process and print a line of JSON for each case; the exit code is 1 when a gate is missed." };
        var cases = new Option<string[]>("--case") { Description = "Only cases whose names start with this.", AllowMultipleArgumentsPerToken = true };
        var root = new RootCommand("Measures the SDK beside other ways to do the same work. Other options go to BenchmarkDotNet, such as --filter '*Decode*'.") { quick, cases };
        root.SetAction((result, cancellationToken) => QuickRun.RunAsync(result.GetValue(cases) ?? [], Console.Out, cancellationToken));
        return root;
    }
}
