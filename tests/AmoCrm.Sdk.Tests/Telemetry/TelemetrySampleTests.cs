using System.Diagnostics;
using System.Reflection;
using System.Text.RegularExpressions;

namespace AmoCrm.Sdk.Tests.Telemetry;

/// <summary>The sample of docs/telemetry.md, run as its readers run it.</summary>
public sealed partial class TelemetrySampleTests
{
    private static readonly string Sample =
        typeof(TelemetrySampleTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static attribute => attribute.Key == "TelemetrySample").Value!;

    [Fact]
    public async Task It_shows_calls_with_their_attempts_and_what_the_metrics_count()
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Sample]) { UseShellExecute = false, RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(0, process.ExitCode);
        var spans = Spans().Matches(output).Select(static match => (Id: match.Groups["id"].Value, Parent: match.Groups["parent"].Value, Name: match.Groups["name"].Value)).ToList();
        var call = Assert.Single(spans, static span => span.Name == "amocrm_get_account");
        Assert.Equal(2, spans.Count(span => span.Name == "amocrm.attempt" && span.Parent == call.Id));
        Assert.All(
            ["amocrm.client.request.duration", "amocrm.client.retries", "amocrm.client.queue.duration", "amocrm.client.outcomes_unknown", "amocrm.client.pages", "amocrm.client.bulk.items"],
            name => Assert.Contains($"Metric Name: {name},", output, StringComparison.Ordinal));
        Assert.Contains("Lead 0: Unknown", output, StringComparison.Ordinal);
    }

    [GeneratedRegex(
        @"Activity\.SpanId: +(?<id>\w+)\s+Activity\.TraceFlags: +\w+\s+(Activity\.ParentSpanId: +(?<parent>\w+)\s+)?Activity\.DisplayName: +(?<name>\S+)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 5000)]
    private static partial Regex Spans();
}
