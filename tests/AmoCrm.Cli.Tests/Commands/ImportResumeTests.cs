using AmoCrm.Cli.Tests.TestSupport;
using AmoCrm.Cli.Transfer.Journals;
using AmoCrm.Emulator;

namespace AmoCrm.Cli.Tests.Commands;

public sealed class ImportResumeTests(RunningEmulator emulator) : IClassFixture<RunningEmulator>, IDisposable
{
    private const string Path = "/api/v4/contacts";

    private readonly TransferFolder _folder = new();
    private readonly string _mark = Guid.NewGuid().ToString("N");

    [Fact]
    public async Task Rows_whose_answer_was_lost_are_unknown_and_never_sent_again()
    {
        WriteRows(120);
        emulator.Crm.AddFault(new EmulatorFault { Method = "POST", Path = Path, Skip = 1, Kind = EmulatorFaultKind.LostAnswer });

        var result = await ImportAsync();
        emulator.Crm.ClearRequests();
        var again = await ImportAsync();

        Assert.Equal(ExitCodes.Incomplete, result.ExitCode);
        var unknown = result.Json().GetProperty("unknown").GetInt32();
        Assert.InRange(unknown, 20, 50);
        Assert.Equal(120, unknown + result.Json().GetProperty("created").GetInt32());
        var lines = _folder.Json("contacts.ndjson.rejected.ndjson");
        Assert.Equal(unknown, lines.Length);
        Assert.All(lines, static line => Assert.Equal("unknown", line.GetProperty("outcome").GetString()));
        Assert.Equal(ExitCodes.Incomplete, again.ExitCode);
        Assert.Contains("nothing to do", again.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(emulator.Crm.Requests, static request => request.Method == "POST");
        Assert.Equal(120, await CountAsync());
    }

    [Fact]
    public async Task What_could_not_be_sent_ends_the_run_and_goes_on_later()
    {
        WriteRows(120);
        emulator.Crm.AddFault(new EmulatorFault { Method = "POST", Path = Path, Skip = 1, Kind = EmulatorFaultKind.Status, Status = 402, Count = int.MaxValue });

        var stopped = await ImportAsync();
        var notSent = _folder.Json("contacts.ndjson.rejected.ndjson");
        emulator.Crm.ClearFaults();
        var finished = await ImportAsync();

        Assert.Equal(ExitCodes.Failure, stopped.ExitCode);
        Assert.Contains("The same command goes on", stopped.Error, StringComparison.Ordinal);
        Assert.False(stopped.Json().GetProperty("finished").GetBoolean());
        Assert.All(notSent, static line => Assert.Equal("not_sent", line.GetProperty("outcome").GetString()));
        Assert.Equal(ExitCodes.Success, finished.ExitCode);
        Assert.Equal(120, finished.Json().GetProperty("created").GetInt32());
        Assert.False(_folder.Has("contacts.ndjson.rejected.ndjson"));
        Assert.Equal(120, await CountAsync());
    }

    [Fact]
    public async Task After_Ctrl_C_what_is_under_way_comes_to_its_end_and_the_rest_goes_on_later()
    {
        WriteRows(1000);
        emulator.Crm.AddFault(new EmulatorFault { Method = "POST", Path = Path, Kind = EmulatorFaultKind.SlowAnswer, Latency = TimeSpan.FromMilliseconds(300), Count = int.MaxValue });
        emulator.Crm.ClearRequests();
        using var interrupt = new CancellationTokenSource();

        var running = AmocrmCli.RunOnAsync(AmocrmCli.Machine, Args(), cancellationToken: interrupt.Token);
        while (emulator.Crm.Requests.All(static request => request.Method != "POST"))
        {
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        await interrupt.CancelAsync();
        var stopped = await running;
        emulator.Crm.ClearFaults();
        var finished = await ImportAsync();

        Assert.Equal(ExitCodes.Interrupted, stopped.ExitCode);
        Assert.Equal(0, stopped.Json().GetProperty("unknown").GetInt32());
        Assert.InRange(stopped.Json().GetProperty("created").GetInt32(), 50, 950);
        Assert.Equal(1000, finished.Json().GetProperty("created").GetInt32());
        Assert.Equal(1000, await CountAsync());
    }

    [Fact]
    public async Task Killed_at_any_byte_of_the_journal_nothing_is_sent_twice_and_nothing_is_lost()
    {
        WriteRows(2);
        await ImportAsync();
        var journal = _folder.Bytes("contacts.ndjson.journal");
        var ends = journal.Select(static (value, place) => (value, place)).Where(static pair => pair.value == '\n').Select(static pair => pair.place + 1).ToArray();
        Assert.Equal(4, ends.Length); // what it is of, sending, outcomes, done

        for (var cut = 0; cut <= journal.Length; cut++)
        {
            await File.WriteAllBytesAsync(_folder.File("contacts.ndjson.journal"), journal[..cut], TestContext.Current.CancellationToken);
            emulator.Crm.ClearRequests();

            var result = await ImportAsync("--quiet");

            // Up to the end of "sending" the request had not left; from then on nobody knows, until the outcomes are there.
            var (sends, created, unknown) = cut < ends[1] ? (1, 2, 0) : cut < ends[2] ? (0, 0, 2) : (0, 2, 0);
            Assert.True(sends == emulator.Crm.Requests.Count(static request => request.Method == "POST"), $"cut at {cut}: {result.Error}");
            Assert.Equal((created, unknown), (result.Json().GetProperty("created").GetInt32(), result.Json().GetProperty("unknown").GetInt32()));
            Assert.True(result.Json().GetProperty("finished").GetBoolean());
            Assert.Equal(unknown > 0 ? ExitCodes.Incomplete : ExitCodes.Success, result.ExitCode);
        }
    }

    [Fact]
    public async Task An_input_that_was_changed_is_refused_and_restart_begins_anew()
    {
        WriteRows(3);
        await ImportAsync();
        _folder.Write("contacts.ndjson", _folder.Text("contacts.ndjson").Replace("Contact 1", "Contact X", StringComparison.Ordinal));
        emulator.Crm.ClearRequests();

        var refused = await ImportAsync();
        Assert.Equal(ExitCodes.Usage, refused.ExitCode);
        Assert.Contains("not the same input", refused.Error, StringComparison.Ordinal);
        Assert.Contains("--restart", refused.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(emulator.Crm.Requests, static request => request.Method == "POST");

        var restarted = await ImportAsync("--restart");
        Assert.Equal(ExitCodes.Success, restarted.ExitCode);
        Assert.Equal(6, await CountAsync());
    }

    [Fact]
    public async Task The_journal_of_another_command_is_refused()
    {
        WriteRows(1);
        await ImportAsync();

        var result = await AmocrmCli.RunAsync("import", "companies", _folder.File("contacts.ndjson"), "--emulator", emulator.Url);

        Assert.Equal(ExitCodes.Usage, result.ExitCode);
        Assert.Contains("not the same what", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_processes_do_not_run_the_same_import()
    {
        WriteRows(1);
        CliResult result;
        using (JournalFile.Open(_folder.File("contacts.ndjson.journal")))
        {
            result = await ImportAsync();
        }

        Assert.Equal(ExitCodes.Failure, result.ExitCode);
        Assert.Contains("another amocrm works with it", result.Error, StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync());
    }

    public void Dispose()
    {
        emulator.Crm.ClearFaults();
        _folder.Dispose();
    }

    private void WriteRows(int count) =>
        _folder.Write("contacts.ndjson", string.Concat(Enumerable.Range(0, count).Select(i => $"{{\"name\":\"Contact {i}\",\"phone\":\"{_mark}\"}}\n")));

    private async Task<int> CountAsync()
    {
        await AmocrmCli.RunAsync("export", "contacts", "--out", _folder.File("all.ndjson"), "--restart", "--quiet", "--emulator", emulator.Url);
        return _folder.Json("all.ndjson").Count(item => item.GetRawText().Contains(_mark, StringComparison.Ordinal));
    }

    private Task<CliResult> ImportAsync(params string[] more) => AmocrmCli.RunAsync(Args(more));

    private string[] Args(params string[] more) => ["import", "contacts", _folder.File("contacts.ndjson"), .. more, "--emulator", emulator.Url];
}
