using System.CommandLine;
using AmoCrm.Sdk.Benchmarks.Quick;
using AmoCrm.Sdk.Benchmarks.Report;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Running;

namespace AmoCrm.Sdk.Benchmarks;

/// <summary>The command line: <c>--quick</c> measures in this process; anything else is BenchmarkDotNet's, such as <c>--filter '*Decode*'</c>.</summary>
internal static class BenchmarkCommand
{
    public static async Task<int> InvokeAsync(string[] args)
    {
        if (args is not ["--quick" or "--report" or "--help" or "-h" or "-?", ..])
        {
            BenchmarkSwitcher.FromTypes([.. BenchmarkCases.All.Select(static benchmark => benchmark.Type)]).Run(args, DefaultConfig.Instance.AddJob(BenchmarkJob.InProcess));
            return 0;
        }

        return await Create().Parse(args).InvokeAsync();
    }

    private static RootCommand Create()
    {
        var quick = new Option<bool>("--quick") { Description = "Measure in this process and print a line of JSON for each case. The exit code is 1 when a gate is missed." };
        var report = new Option<bool>("--report") { Description = "Measure everything, with BenchmarkDotNet too, and write docs/performance.md. Takes a quarter of an hour." };
        var cases = new Option<string[]>("--case") { Description = "Only cases whose names start with this.", AllowMultipleArgumentsPerToken = true };
        var output = new Option<string?>("--output") { Description = "The folder that the report goes to instead of docs/." };
        var root = new RootCommand("Measures the SDK beside other ways to do the same work. Other options go to BenchmarkDotNet, such as --filter '*Decode*'.") { quick, report, cases, output };
        cases.Validators.Add(static result =>
        {
            foreach (var name in result.GetValueOrDefault<string[]>().Where(static name => BenchmarkCases.Named([name]).Count == 0))
            {
                result.AddError($"No case starts with '{name}'. There are: {string.Join(", ", BenchmarkCases.All.Select(static entry => entry.Name))}.");
            }
        });
        root.SetAction((result, cancellationToken) =>
        {
            var entries = BenchmarkCases.Named(result.GetValue(cases) ?? []);
            return result.GetValue(report)
                ? ReportRun.RunAsync(entries, result.GetValue(output), cancellationToken)
                : QuickRun.RunAsync(entries, Console.Out, cancellationToken);
        });
        return root;
    }
}
