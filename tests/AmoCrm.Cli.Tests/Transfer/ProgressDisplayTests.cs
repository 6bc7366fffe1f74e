using System.Diagnostics.Metrics;
using AmoCrm.Cli.Output;
using AmoCrm.Cli.Tests.TestSupport;
using AmoCrm.Cli.Transfer.Progress;
using Microsoft.Extensions.Time.Testing;

namespace AmoCrm.Cli.Tests.Transfer;

public sealed class ProgressDisplayTests
{
    [Fact]
    public async Task Where_nobody_watches_a_line_comes_every_few_seconds_and_one_at_the_end()
    {
        var time = new FakeTimeProvider();
        using var error = new WatchedWriter("leads: 3");
        var progress = new TransferProgress("leads", time);
        var display = new ProgressDisplay(new CliConsole(TextWriter.Null, error, TextReader.Null, IsTerminal: false) { Machine = AmocrmCli.Machine with { Time = time } }, progress);
        var end = new TaskCompletionSource();

        var running = display.WhileAsync(() => end.Task);
        progress.Begin(0, 10);
        progress.Report(3);
        time.Advance(ProgressDisplay.BetweenLines);
        await error.Seen;
        progress.Report(10);
        end.SetResult();
        await running;

        var lines = error.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Assert.Equal(2, lines.Length);
        Assert.StartsWith("leads: 3 of 10 (30 %)", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("leads: 10 of 10 (100 %)", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Repetitions_and_answers_429_are_counted()
    {
        using var meter = new Meter("AmoCrm.Sdk");
        using var counter = new RetryCounter();
        var before = counter.Count;

        meter.CreateCounter<long>("amocrm.client.retries").Add(2);
        meter.CreateCounter<long>("amocrm.client.rate_limited").Add(1);
        meter.CreateCounter<long>("amocrm.client.attempts").Add(5);

        Assert.Equal(3, counter.Count - before);
    }
}
