using AmoCrm.Cli.Tests.TestSupport;
using AmoCrm.Cli.Transfer.Journals;

namespace AmoCrm.Cli.Tests.Transfer;

public sealed class JournalFileTests : IDisposable
{
    private readonly TransferFolder _folder = new();

    [Fact]
    public void Lines_come_back_in_their_order_however_long_they_are()
    {
        string[] texts = ["short", new('ж', 100_000), "", "\"\n"];
        using (var journal = Open())
        {
            foreach (var text in texts)
            {
                journal.Append(json => json.WriteString("text", text));
            }
        }

        using var again = Open();
        Assert.Equal(texts, again.ReadLines().Select(static line => line.GetProperty("text").GetString()));
    }

    [Fact]
    public void A_half_written_last_line_is_as_if_it_had_never_been_begun()
    {
        _folder.Write("x.journal", "{\"a\":1}\n{\"a\":2");
        using (var journal = Open())
        {
            Assert.Single(journal.ReadLines());
            journal.Append(static json => json.WriteNumber("a", 3));
        }

        Assert.Equal("{\"a\":1}\n{\"a\":3}\n", _folder.Text("x.journal"));
    }

    [Fact]
    public void A_whole_line_that_is_no_JSON_is_damage_and_no_half_line()
    {
        _folder.Write("x.journal", "{\"a\":1}\n{\"a\":\n{\"a\":3}\n");
        using var journal = Open();

        var failure = Assert.Throws<CliFailureException>(() => journal.ReadLines().Count());

        Assert.Contains("line 2", failure.Message, StringComparison.Ordinal);
        Assert.Contains("--restart", failure.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private JournalFile Open() => JournalFile.Open(_folder.File("x.journal"));
}
