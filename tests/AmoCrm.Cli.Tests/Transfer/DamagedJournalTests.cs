using System.Text.Json.Nodes;
using AmoCrm.Cli.Tests.TestSupport;
using AmoCrm.Cli.Transfer.Exports;
using AmoCrm.Cli.Transfer.Imports;
using AmoCrm.Cli.Transfer.Journals;

namespace AmoCrm.Cli.Tests.Transfer;

/// <summary>What an editor or a disk did to a journal is told with the line, and costs neither a stack trace nor the machine's memory.</summary>
public sealed class DamagedJournalTests : IDisposable
{
    private const string Head = """{"journal":1,"kind":"leads"}""";

    private static readonly JournalHead Leads = new(new JsonObject { ["kind"] = "leads" });

    private readonly TransferFolder _folder = new();

    [Theory]
    [InlineData("""{"sending":[0]}""")]
    [InlineData("""{"sending":[-1]}""")]
    [InlineData("""{"sending":[9000000000000000000]}""")]
    [InlineData("""{"sending":["1"]}""")]
    [InlineData("""{"sending":1.5}""")]
    [InlineData("""{"created":[[]],"failed":[]}""")]
    [InlineData("""{"created":[[1,5]]}""")]
    [InlineData("""{"created":[],"failed":[{"row":1}]}""")]
    [InlineData("[1]")]
    public void An_import_s_line_that_amocrm_did_not_write_is_damage(string line)
    {
        using var file = Write(line);

        var failure = Assert.Throws<CliFailureException>(() => new ImportJournal(file).Read(Leads));

        Assert.Contains("damaged at line 2", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"length":1}""")]
    [InlineData("""{"length":"1","ids":[]}""")]
    [InlineData("""{"length":1,"ids":[],"continuation":5}""")]
    [InlineData("null")]
    public void An_export_s_line_that_amocrm_did_not_write_is_damage(string line)
    {
        using var file = Write(line, ""","columns":["id"],"fields":[]}""");

        var failure = Assert.Throws<CliFailureException>(() => new ExportJournal(file).Read(Leads));

        Assert.Contains("damaged at line 2", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[1]")]
    [InlineData("""{"journal":1.5}""")]
    [InlineData("""{"journal":99999999999}""")]
    public void A_first_line_of_something_else_is_no_journal(string line)
    {
        _folder.Write("x.journal", line + "\n");
        using var file = JournalFile.Open(_folder.File("x.journal"));

        Assert.Throws<CliUsageException>(() => new ImportJournal(file).Read(Leads));
    }

    public void Dispose() => _folder.Dispose();

    private JournalFile Write(string line, string more = "}")
    {
        _folder.Write("x.journal", $"{Head[..^1]}{more}\n{line}\n");
        return JournalFile.Open(_folder.File("x.journal"));
    }
}
