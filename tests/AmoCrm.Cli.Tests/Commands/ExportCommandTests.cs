using System.Text.Json;
using AmoCrm.Cli.Tests.TestSupport;
using AmoCrm.Cli.Transfer.Exports;
using AmoCrm.Emulator;

namespace AmoCrm.Cli.Tests.Commands;

public sealed class ExportCommandTests(RunningEmulator emulator) : IClassFixture<RunningEmulator>, IDisposable
{
    private readonly TransferFolder _folder = new();

    public static TheoryData<string, string> Sources => new(ExportSources.Names.Select(static name => (name, name switch
    {
        "notes" or "tags" or "custom-fields" => "entity_type=leads",
        "catalog-elements" => "catalog_id=9001",
        _ => "limit=2",
    })));

    [Theory]
    [MemberData(nameof(Sources))]
    public async Task Every_list_is_written_item_by_item_in_both_formats(string name, string word)
    {
        var lines = await ExportAsync(name, "list.ndjson", word);
        var table = await ExportAsync(name, "list.csv", word);

        Assert.Equal(ExitCodes.Success, lines.ExitCode);
        Assert.Equal(ExitCodes.Success, table.ExitCode);
        var items = _folder.Json("list.ndjson");
        Assert.NotEmpty(items);
        Assert.Equal(items.Length, lines.Json().GetProperty("items").GetInt32());
        Assert.Equal(items.Length, items.Select(item => item.GetProperty("id").GetRawText()).Distinct().Count());
        var rows = CsvText.Read(_folder.File("list.csv"));
        Assert.Equal(items.Select(item => item.GetProperty("id").ToString()), rows.Select(row => row["id"]));
    }

    [Fact]
    public async Task Cyrillic_quotes_line_ends_and_what_is_not_filled_come_through_both_formats()
    {
        const string Name = "Анна \"Аня\"; О'Нил,\r\n2-й этаж";
        await AmocrmCli.RunAsync("call", "amocrm_create_contact", "--args", JsonSerializer.Serialize(new { name = Name, tags = new[] { "опт", "a, b" } }), "--emulator", emulator.Url);

        await ExportAsync("contacts", "contacts.ndjson");
        await ExportAsync("contacts", "contacts.csv");

        var item = _folder.Json("contacts.ndjson")[^1];
        Assert.Equal(Name, item.GetProperty("name").GetString());
        Assert.Contains("Анна", _folder.Text("contacts.ndjson"), StringComparison.Ordinal);
        Assert.False(item.TryGetProperty("closest_task_at", out _));
        var row = CsvText.Read(_folder.File("contacts.csv"))[^1];
        Assert.Equal(Name, row["name"]);
        Assert.Equal("""["опт","a, b"]""", row["tags"]);
        Assert.Equal("", row["closest_task_at"]);
    }

    [Fact]
    public async Task A_table_has_times_in_UTC_joined_links_and_a_column_for_each_custom_field()
    {
        await ExportAsync("leads", "leads.csv", "with=contacts");

        Assert.Equal([0xEF, 0xBB, 0xBF], _folder.Bytes("leads.csv")[..3]);
        var row = CsvText.Read(_folder.File("leads.csv"))[0];
        Assert.Equal("2024-06-24T08:00:00Z", row["created_at"]);
        Assert.Equal("10001, 10002", row["contacts"]);
        Assert.Equal("Кухня, Диван", row["custom_fields.Что интересует"]);
        Assert.Equal("24.5", row["custom_fields.Площадь, м²"]);
        Assert.Equal("true", row["custom_fields.Нужна сборка"]);
        Assert.Equal("", row["additional_data"]);
    }

    [Fact]
    public async Task The_delimiter_can_be_another_one()
    {
        await ExportAsync("users", "users.csv", "--delimiter", "comma");

        Assert.StartsWith("id,name,email,", _folder.Text("users.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Parameters_of_the_list_are_passed_on()
    {
        emulator.Crm.ClearRequests();

        await ExportAsync("leads", "leads.ndjson", "with=contacts", """filter={"pipeline_id":[7001]}""", "query=кухня");

        var lead = Assert.Single(_folder.Json("leads.ndjson"));
        Assert.Equal(EmulatorDemo.LeadId, lead.GetProperty("id").GetInt64());
        Assert.True(lead.GetProperty("_embedded").TryGetProperty("contacts", out _));
        Assert.Contains(emulator.Crm.Requests, request => request.Query.Contains("7001", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Did you mean 'query'?", "export", "contacts", "--out", "x.ndjson", "qery=x")]
    [InlineData("catalog_id", "export", "catalog-elements", "--out", "x.ndjson")] // a required one is missing
    [InlineData("'contacts'", "export", "contcts", "--out", "x.ndjson")]
    [InlineData("--format", "export", "contacts", "--out", "x.txt")]
    [InlineData("--out", "export", "contacts")]
    [InlineData("no option '--filtr'", "export", "contacts", "--out", "x.ndjson", "--filtr")]
    [InlineData("no key=value", "export", "contacts", "--out", "x.ndjson", "17")]
    public async Task Wrong_usage_sends_nothing_and_leaves_nothing(string words, params string[] args)
    {
        emulator.Crm.ClearRequests();

        var result = await AmocrmCli.RunAsync([.. args.Select(arg => arg.StartsWith("x.", StringComparison.Ordinal) ? _folder.File(arg) : arg), "--emulator", emulator.Url]);

        Assert.Equal(ExitCodes.Usage, result.ExitCode);
        Assert.Contains(words, result.Error, StringComparison.Ordinal);
        Assert.Empty(emulator.Crm.Requests);
        Assert.False(_folder.Has("x.ndjson") || _folder.Has("x.ndjson.journal"));
    }

    [Fact]
    public async Task A_file_that_was_there_before_is_not_overwritten_unless_that_is_said()
    {
        _folder.Write("users.ndjson", "mine");

        var refused = await ExportAsync("users", "users.ndjson");
        Assert.Equal(ExitCodes.Usage, refused.ExitCode);
        Assert.Contains("--restart", refused.Error, StringComparison.Ordinal);
        Assert.Equal("mine", _folder.Text("users.ndjson"));

        var forced = await ExportAsync("users", "users.ndjson", "--restart");
        Assert.Equal(ExitCodes.Success, forced.ExitCode);
        Assert.Equal(3, _folder.Json("users.ndjson").Length);
    }

    [Fact]
    public async Task Redirected_progress_is_plain_lines_and_quiet_has_none()
    {
        var told = await ExportAsync("users", "users.ndjson");
        var quiet = await ExportAsync("users", "quiet.ndjson", "--quiet");

        Assert.DoesNotContain('\u001b', told.Error + told.Out);
        Assert.StartsWith("users: 3", told.Error.Trim().Split('\n')[^1], StringComparison.Ordinal);
        Assert.Empty(quiet.Error);
        Assert.True(quiet.Json().GetProperty("finished").GetBoolean());
    }

    public void Dispose() => _folder.Dispose();

    private Task<CliResult> ExportAsync(string what, string file, params string[] words) =>
        AmocrmCli.RunAsync(["export", what, .. words, "--out", _folder.File(file), "--emulator", emulator.Url]);
}
