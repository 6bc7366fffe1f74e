using System.Text;
using AmoCrm.Cli.Tests.TestSupport;

namespace AmoCrm.Cli.Tests.Commands;

public sealed class ImportCommandTests(RunningEmulator emulator) : IClassFixture<RunningEmulator>, IDisposable
{
    private readonly TransferFolder _folder = new();

    [Fact]
    public async Task Good_rows_are_created_in_their_order_and_their_ids_are_told()
    {
        _folder.Write("contacts.ndjson", """
            {"name": "Анна \"Аня\"", "phone": "+79001112233", "tags": ["опт"], "custom_fields": {"POSITION": "Директор"}}

            {"first_name": "Борис"}
            """);

        var result = await ImportAsync("contacts", "contacts.ndjson");

        Assert.Equal(ExitCodes.Success, result.ExitCode);
        Assert.Equal((2, 2), (result.Json().GetProperty("rows").GetInt32(), result.Json().GetProperty("created").GetInt32()));
        Assert.False(_folder.Has("contacts.ndjson.rejected.ndjson"));
        var rows = CsvText.Read(_folder.File("contacts.ndjson.created.csv"));
        Assert.Equal(["1", "2"], rows.Select(static row => row["row"]));
        var first = await ReadAsync("amocrm_get_contact", "contact_id", "contact", rows[0]["id"]);
        Assert.Equal("Анна \"Аня\"", first.GetProperty("name").GetString());
        Assert.Contains("Директор", first.GetProperty("custom_fields_values").GetRawText(), StringComparison.Ordinal);
        Assert.Equal("Борис", (await ReadAsync("amocrm_get_contact", "contact_id", "contact", rows[1]["id"])).GetProperty("first_name").GetString());
    }

    [Fact]
    public async Task Bad_rows_are_told_with_number_reason_and_row_and_do_not_sink_the_good_ones()
    {
        _folder.Write("leads.ndjson", """
            {"name": "Good 1"}
            {"name": "Bad price", "price": "much"}
            {"nmae": "Misspelt"}
            {"name": "No such stage", "pipeline_id": 7001, "status_id": 5}
            {not json
            [1]
            {"price": 5}
            {"name": "Half", "visitor_uid": "\ud800"}
            {"name": "Good 2"}
            """);

        var result = await ImportAsync("leads", "leads.ndjson");

        Assert.Equal(ExitCodes.Incomplete, result.ExitCode);
        Assert.Equal((9, 2, 7), (result.Json().GetProperty("rows").GetInt32(), result.Json().GetProperty("created").GetInt32(), result.Json().GetProperty("rejected").GetInt32()));
        Assert.Equal(["1", "9"], CsvText.Read(_folder.File("leads.ndjson.created.csv")).Select(static row => row["row"]));
        var rejected = _folder.Json("leads.ndjson.rejected.ndjson");
        Assert.Equal([2, 3, 4, 5, 6, 7, 8], rejected.Select(static line => line.GetProperty("row").GetInt32()));
        Assert.All(rejected, static line => Assert.Equal("rejected", line.GetProperty("outcome").GetString()));
        string[] reasons = [.. rejected.Select(static line => line.GetProperty("reason").GetString()!)];
        Assert.Contains("price", reasons[0], StringComparison.Ordinal);
        Assert.Contains("Did you mean 'name'?", reasons[1], StringComparison.Ordinal);
        Assert.Contains("status_id", rejected[2].GetProperty("errors")[0].GetProperty("path").GetString(), StringComparison.Ordinal);
        Assert.Contains("not valid", reasons[3], StringComparison.Ordinal);
        Assert.Contains("no JSON object", reasons[4], StringComparison.Ordinal);
        Assert.Contains("name", reasons[5], StringComparison.Ordinal);
        Assert.Contains("Unicode", reasons[6], StringComparison.Ordinal);
        Assert.Equal("much", rejected[0].GetProperty("data").GetProperty("price").GetString());
        Assert.Equal("{not json", rejected[3].GetProperty("data").GetString());
    }

    [Fact]
    public async Task A_table_of_Excel_is_read()
    {
        var text = "name;price;tags;custom_fields.Площадь, м²;custom_fields.Нужна сборка;custom_fields.Что интересует;custom_fields.Дата замера\r\n"
            + "\"Кухня; \"\"угловая\"\"\";185000;\"опт, VIP\";24.5;ИСТИНА;Кухня, Диван;\r\n"
            + "Шкаф;;;;TRUE;;2024-07-01T12:00:00Z\r\n";
        await File.WriteAllBytesAsync(_folder.File("leads.csv"), [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)], TestContext.Current.CancellationToken);

        var result = await ImportAsync("leads", "leads.csv");

        Assert.Equal(ExitCodes.Incomplete, result.ExitCode);
        var rejected = Assert.Single(_folder.Json("leads.csv.rejected.ndjson"));
        Assert.Contains("takes true or false", rejected.GetProperty("reason").GetString(), StringComparison.Ordinal);
        Assert.Equal("Кухня; \"угловая\"", rejected.GetProperty("data").GetProperty("name").GetString());
        var created = Assert.Single(CsvText.Read(_folder.File("leads.csv.created.csv")));
        Assert.Equal("2", created["row"]);

        _folder.Write("again.csv", text.Replace("ИСТИНА", "true", StringComparison.Ordinal));
        Assert.Equal(ExitCodes.Success, (await ImportAsync("leads", "again.csv")).ExitCode);
        var lead = await ReadAsync("amocrm_get_lead", "lead_id", "lead", CsvText.Read(_folder.File("again.csv.created.csv"))[0]["id"]);
        Assert.Equal(["опт", "VIP"], lead.GetProperty("_embedded").GetProperty("tags").EnumerateArray().Select(static tag => tag.GetProperty("name").GetString()));
        var fields = lead.GetProperty("custom_fields_values").GetRawText();
        Assert.Contains("24.5", fields, StringComparison.Ordinal);
        Assert.Contains("Диван", fields, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("contacts")]
    [InlineData("leads")]
    [InlineData("companies")]
    public async Task What_was_exported_can_be_imported_again(string what)
    {
        foreach (var format in new[] { "ndjson", "csv" })
        {
            await AmocrmCli.RunAsync("export", what, "limit=3", "--out", _folder.File($"{what}.{format}"), "--emulator", emulator.Url);
            var before = format == "ndjson" ? _folder.Json($"{what}.ndjson").Length : CsvText.Read(_folder.File($"{what}.csv")).Count;
            File.Copy(_folder.File($"{what}.{format}"), _folder.File($"again.{format}"));

            var result = await ImportAsync(what, $"again.{format}");

            Assert.Equal(ExitCodes.Success, result.ExitCode);
            Assert.Equal(before, result.Json().GetProperty("created").GetInt32());
            Assert.Contains("Left out, for a creation does not take it: id, ", result.Error, StringComparison.Ordinal);
        }

        await AmocrmCli.RunAsync("export", what, "--out", _folder.File("all.csv"), "--emulator", emulator.Url);
        var all = CsvText.Read(_folder.File("all.csv"));
        string[] own = ["id", "companies", "contacts", "closest_task_at", "updated_at", "updated_by", "score", "source_id", "is_unsorted", "group_id"];
        var copies = all.GroupBy(row => string.Join('|', row.Where(cell => !own.Contains(cell.Key)).Select(static cell => cell.Value)), StringComparer.Ordinal);
        Assert.All(copies.Where(static group => group.First()["id"].Length > 0), static group => Assert.True(group.Count() >= 3, $"a copy differs: {group.Key}"));
    }

    [Theory]
    [InlineData("There is no parameter 'nmae'. Did you mean 'name'?", "nmae,phone\nA,1\n")]
    [InlineData("There is no custom field 'Должность1'. Did you mean 'Должность'?", "name,custom_fields.Должность1\nA,1\n")]
    [InlineData("Two columns mean the same: 'custom_fields.POSITION' and 'custom_fields.Должность'", "name,custom_fields.POSITION,custom_fields.Должность\nA,1,2\n")]
    [InlineData("Column 2 has no header", "name,,phone\nA,1,2\n")]
    [InlineData("no CSV", "name,phone\n\"A,1\n")]
    [InlineData("is empty", "")]
    public async Task A_table_that_cannot_be_understood_is_refused_before_anything_is_sent(string words, string text)
    {
        _folder.Write("contacts.csv", text);
        emulator.Crm.ClearRequests();

        var result = await ImportAsync("contacts", "contacts.csv");

        Assert.Equal(ExitCodes.Usage, result.ExitCode);
        Assert.Contains(words, result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(emulator.Crm.Requests, static request => request.Method == "POST");
        Assert.False(_folder.Has("contacts.csv.journal"));
    }

    [Fact]
    public async Task A_file_that_is_not_UTF8_is_refused()
    {
        await File.WriteAllBytesAsync(_folder.File("contacts.csv"), [.. "name\r\n"u8, 0xC0, 0xED, 0xED, 0xE0], TestContext.Current.CancellationToken); // windows-1251

        var result = await ImportAsync("contacts", "contacts.csv");

        Assert.Equal(ExitCodes.Usage, result.ExitCode);
        Assert.Contains("CSV UTF-8", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_refused()
    {
        var result = await ImportAsync("contacts", "none.csv");

        Assert.Equal(ExitCodes.Usage, result.ExitCode);
        Assert.Contains("none.csv", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Progress_knows_all_rows_and_has_no_escape_codes_when_it_is_redirected()
    {
        _folder.Write("contacts.ndjson", string.Concat(Enumerable.Range(0, 120).Select(static i => $"{{\"name\":\"Contact {i}\"}}\n")));

        var result = await ImportAsync("contacts", "contacts.ndjson");

        Assert.Contains("contacts: 120 of 120 (100 %)", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', result.Error);
    }

    public void Dispose() => _folder.Dispose();

    private Task<CliResult> ImportAsync(string what, string file) => AmocrmCli.RunAsync("import", what, _folder.File(file), "--emulator", emulator.Url);

    private async Task<System.Text.Json.JsonElement> ReadAsync(string handler, string parameter, string member, string id) =>
        (await AmocrmCli.RunAsync("call", handler, $"{parameter}={id}", "--emulator", emulator.Url)).Json().GetProperty(member);
}
