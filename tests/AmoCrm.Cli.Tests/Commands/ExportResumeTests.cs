using System.Text.Json;
using AmoCrm.Cli.Output;
using AmoCrm.Cli.Tests.TestSupport;
using AmoCrm.Cli.Transfer.Journals;
using AmoCrm.Emulator;

namespace AmoCrm.Cli.Tests.Commands;

public sealed class ExportResumeTests(RunningEmulator emulator) : IClassFixture<RunningEmulator>, IDisposable
{
    private readonly TransferFolder _folder = new();

    [Theory]
    [InlineData("ndjson")]
    [InlineData("csv")]
    public async Task After_a_failure_in_the_middle_the_file_becomes_the_same_to_the_byte(string format)
    {
        await ExportAsync($"whole.{format}");
        emulator.Crm.AddFault(new EmulatorFault { Path = "/api/v4/events", Skip = 3, Kind = EmulatorFaultKind.Status, Status = 402, Count = int.MaxValue });

        var stopped = await ExportAsync($"parts.{format}");
        emulator.Crm.ClearFaults();
        emulator.Crm.ClearRequests();
        var items = stopped.Json().GetProperty("items").GetInt32();
        var finished = await ExportAsync($"parts.{format}");

        Assert.Equal(ExitCodes.Failure, stopped.ExitCode);
        Assert.Contains("The same command goes on", stopped.Error, StringComparison.Ordinal);
        Assert.False(stopped.Json().GetProperty("finished").GetBoolean());
        Assert.InRange(items, 10, 50);
        Assert.Equal(ExitCodes.Success, finished.ExitCode);
        Assert.Equal(_folder.Bytes($"whole.{format}"), _folder.Bytes($"parts.{format}"));
        Assert.DoesNotContain(emulator.Crm.Requests, static request => request.Query.Contains("page=1&", StringComparison.Ordinal) || request.Query.EndsWith("page=1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task After_Ctrl_C_in_the_middle_the_file_becomes_the_same_to_the_byte()
    {
        await ExportAsync("whole.ndjson");
        emulator.Crm.AddFault(new EmulatorFault { Path = "/api/v4/events", Skip = 2, Kind = EmulatorFaultKind.Latency, Latency = TimeSpan.FromMinutes(1), Count = int.MaxValue });
        using var interrupt = new CancellationTokenSource();

        var running = AmocrmCli.RunOnAsync(AmocrmCli.Machine, Args("parts.ndjson"), cancellationToken: interrupt.Token);
        while (!_folder.Has("parts.ndjson") || new FileInfo(_folder.File("parts.ndjson")).Length == 0)
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        await interrupt.CancelAsync();
        var stopped = await running;
        emulator.Crm.ClearFaults();
        await ExportAsync("parts.ndjson");

        Assert.Equal(ExitCodes.Interrupted, stopped.ExitCode);
        Assert.Contains("The same command goes on", stopped.Error, StringComparison.Ordinal);
        Assert.Equal(_folder.Bytes("whole.ndjson"), _folder.Bytes("parts.ndjson"));
    }

    [Fact]
    public async Task Killed_at_any_byte_of_the_journal_it_goes_on_to_the_same_file()
    {
        await AmocrmCli.RunAsync("export", "contacts", "limit=2", "--out", _folder.File("whole.csv"), "--emulator", emulator.Url);
        var journal = _folder.Bytes("whole.csv.journal");
        var whole = _folder.Bytes("whole.csv");

        // The file has more than the journal says, as it is when the process dies between the two.
        var lastLines = LastLines(journal, 2);
        for (var cut = 0; cut <= journal.Length; cut += cut < lastLines ? Math.Min(13, lastLines - cut) : 1)
        {
            await File.WriteAllBytesAsync(_folder.File("cut.csv"), whole, TestContext.Current.CancellationToken);
            await File.WriteAllBytesAsync(_folder.File("cut.csv.journal"), journal[..cut], TestContext.Current.CancellationToken);

            var result = await AmocrmCli.RunAsync("export", "contacts", "limit=2", "--out", _folder.File("cut.csv"), "--quiet", "--emulator", emulator.Url);

            if (cut == 0)
            {
                Assert.Equal(ExitCodes.Usage, result.ExitCode); // somebody else's file, as far as anybody can tell
                continue;
            }

            Assert.True(result.ExitCode == ExitCodes.Success, $"cut at {cut}: {result.Error}");
            Assert.True(whole.AsSpan().SequenceEqual(_folder.Bytes("cut.csv")), $"cut at {cut}: another file");
            Assert.True(journal.AsSpan().SequenceEqual(_folder.Bytes("cut.csv.journal")), $"cut at {cut}: another journal");
        }
    }

    [Fact]
    public async Task A_log_that_grew_at_its_head_meanwhile_gives_nothing_twice()
    {
        emulator.Crm.AddFault(new EmulatorFault { Path = "/api/v4/events", Skip = 2, Kind = EmulatorFaultKind.Status, Status = 402, Count = int.MaxValue });
        await ExportAsync("events.ndjson");
        emulator.Crm.ClearFaults();
        for (var i = 0; i < 15; i++)
        {
            await AmocrmCli.RunAsync("call", "amocrm_create_contact", $"name=Contact {i}", "--emulator", emulator.Url);
        }

        await ExportAsync("events.ndjson");

        var ids = _folder.Json("events.ndjson").Select(static item => item.GetProperty("id").GetString()).ToList();
        Assert.Equal(ids.Count, ids.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task Once_it_is_whole_there_is_nothing_to_do()
    {
        await ExportAsync("events.ndjson");
        emulator.Crm.ClearRequests();

        var again = await ExportAsync("events.ndjson");

        Assert.Equal(ExitCodes.Success, again.ExitCode);
        Assert.Contains("nothing to do", again.Error, StringComparison.Ordinal);
        Assert.Empty(emulator.Crm.Requests);
    }

    [Fact]
    public async Task The_journal_of_another_run_is_refused()
    {
        await ExportAsync("events.ndjson");

        var others = new[]
        {
            await AmocrmCli.RunAsync("export", "events", "limit=20", "--out", _folder.File("events.ndjson"), "--emulator", emulator.Url),
            await AmocrmCli.RunAsync("export", "contacts", "limit=10", "--out", _folder.File("events.ndjson"), "--emulator", emulator.Url),
            await AmocrmCli.RunAsync("export", "events", "limit=10", "--format", "csv", "--out", _folder.File("events.ndjson"), "--emulator", emulator.Url),
        };

        Assert.All(others, other => Assert.Equal(ExitCodes.Usage, other.ExitCode));
        Assert.All(others, other => Assert.Contains("--restart", other.Error, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_file_that_was_cut_meanwhile_is_not_gone_on_with()
    {
        emulator.Crm.AddFault(new EmulatorFault { Path = "/api/v4/events", Skip = 2, Kind = EmulatorFaultKind.Status, Status = 402, Count = int.MaxValue });
        await ExportAsync("events.ndjson");
        emulator.Crm.ClearFaults();
        _folder.Write("events.ndjson", "{}");

        var result = await ExportAsync("events.ndjson");

        Assert.Equal(ExitCodes.Usage, result.ExitCode);
        Assert.Contains("shorter than its journal says", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_processes_do_not_run_the_same_export()
    {
        CliResult result;
        using (JournalFile.Open(_folder.File("events.ndjson.journal")))
        {
            result = await ExportAsync("events.ndjson");
        }

        Assert.Equal(ExitCodes.Failure, result.ExitCode);
        Assert.Contains("another amocrm works with it", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_a_terminal_progress_is_drawn_on_standard_error()
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var console = new CliConsole(output, error, TextReader.Null, IsTerminal: false) { IsErrorTerminal = true, Ansi = Spectre.Console.AnsiSupport.Yes, Machine = AmocrmCli.Machine };

        await AmocrmCommand.InvokeAsync(Args("events.ndjson"), console, TestContext.Current.CancellationToken);

        Assert.Contains('\u001b', error.ToString());
        Assert.Contains("events: ", error.ToString(), StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.True, JsonDocument.Parse(output.ToString()).RootElement.GetProperty("finished").ValueKind);
    }

    public void Dispose()
    {
        emulator.Crm.ClearFaults();
        _folder.Dispose();
    }

    private static int LastLines(byte[] journal, int count) =>
        journal.Select(static (value, place) => (value, place)).Where(static pair => pair.value == '\n').Select(static pair => pair.place + 1).SkipLast(count).Last();

    private Task<CliResult> ExportAsync(string file) => AmocrmCli.RunAsync(Args(file));

    private string[] Args(string file) => ["export", "events", "limit=10", "--out", _folder.File(file), "--emulator", emulator.Url];
}
