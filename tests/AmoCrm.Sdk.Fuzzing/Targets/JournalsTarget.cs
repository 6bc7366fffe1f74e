extern alias Cli;
using AmoCrm.Sdk.Fuzzing.Oracles;
using Cli::AmoCrm.Cli;
using Cli::AmoCrm.Cli.Transfer.Exports;
using Cli::AmoCrm.Cli.Transfer.Imports;
using Cli::AmoCrm.Cli.Transfer.Journals;

namespace AmoCrm.Sdk.Fuzzing.Targets;

/// <summary>The journals of exports and imports: whatever a killed process or an editor left in them, they are read or refused with a sentence.</summary>
internal sealed class JournalsTarget : FuzzTarget
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"amocrm-fuzz-journal-{Environment.ProcessId}.ndjson");

    public override string Name => "journals";

    public override IReadOnlyList<GrowingInput> Growing =>
    [
        .. GrowingInput.JsonBehind("{\"journal\":1,\"kind\":\"leads\"}\n"),
        new("one line", static size => new string(' ', size)),
        new("many lines", static size => "{\"journal\":1,\"kind\":\"leads\"}\n" + GrowingInput.Repeat("{\"sending\":[1]}\n", size)),
    ];

    public override ValueTask RunAsync(byte[] input)
    {
        Read(input, static (file, head) =>
        {
            var journal = new ImportJournal(file);
            journal.Read(head);
            FuzzFailureException.ThrowUnless(journal.Rows.Done >= 0 && journal.Rows.Ambiguous().Count == 0, "After reading no row is between sent and known.");
        });
        Read(input, static (file, head) =>
        {
            var journal = new ExportJournal(file);
            journal.Read(head);
            FuzzFailureException.ThrowUnless(journal.Items >= 0 && journal.Length is null or >= 0, "An export has a length.");
        });
        return ValueTask.CompletedTask;
    }

    private void Read(byte[] input, Action<JournalFile, JournalHead> read)
    {
        File.WriteAllBytes(_file, input);
        try
        {
            using var file = JournalFile.Open(_file);
            read(file, new JournalHead(new JsonObject { ["kind"] = "leads" }));
        }
        catch (Exception exception) when (exception is CliUsageException or CliFailureException)
        {
            Canary.ThrowIfIn(exception);
        }
        finally
        {
            File.Delete(_file);
        }
    }
}
