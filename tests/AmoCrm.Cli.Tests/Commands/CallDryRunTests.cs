using AmoCrm.Cli.Tests.TestSupport;

namespace AmoCrm.Cli.Tests.Commands;

public sealed class CallDryRunTests(RunningEmulator emulator) : IClassFixture<RunningEmulator>
{
    [Fact]
    public async Task The_request_is_printed_exactly_with_the_token_masked_and_nothing_is_sent()
    {
        emulator.Crm.ClearRequests();

        var result = await DryRunAsync("amocrm_create_lead", "name=Кухня", "price=185000", "contact_id=10001");

        Assert.Equal(ExitCodes.Success, result.ExitCode);
        var (head, body) = Split(result.Out);
        Assert.Equal("POST https://demo.amocrm.ru/api/v4/leads", head[0]);
        Assert.Contains("Authorization: Bearer ***", head);
        Assert.Contains(head, line => line.StartsWith("Content-Type: application/json", StringComparison.Ordinal));
        Assert.Contains("\"name\": \"Кухня\"", body, StringComparison.Ordinal);
        Assert.Contains("\"price\": 185000", body, StringComparison.Ordinal);
        Assert.DoesNotContain(emulator.Crm.AccessToken, result.Out + result.Error, StringComparison.Ordinal);
        Assert.Contains("Nothing was sent.", result.Error, StringComparison.Ordinal);
        Assert.Empty(emulator.Crm.Requests);
    }

    [Fact]
    public async Task A_query_is_part_of_the_request()
    {
        var result = await DryRunAsync("amocrm_list_companies", "with=contacts,leads", "limit=10");

        Assert.StartsWith("GET https://demo.amocrm.ru/api/v4/companies?", result.Out, StringComparison.Ordinal);
        Assert.Contains("limit=10", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_write_that_needs_the_account_first_is_reached_and_the_invented_answer_is_admitted()
    {
        emulator.Crm.ClearRequests();

        var result = await DryRunAsync("amocrm_create_task", "text=Позвонить");

        Assert.Equal(ExitCodes.Success, result.ExitCode);
        Assert.StartsWith("GET https://demo.amocrm.ru/api/v4/account?", result.Out, StringComparison.Ordinal);
        Assert.Contains("POST https://demo.amocrm.ru/api/v4/tasks", result.Out, StringComparison.Ordinal);
        Assert.Contains("\"complete_till\"", result.Out, StringComparison.Ordinal);
        Assert.Contains("may differ", result.Error, StringComparison.Ordinal);
        Assert.Empty(emulator.Crm.Requests);
    }

    [Fact]
    public async Task A_write_that_reads_its_object_first_is_reached_too()
    {
        var result = await DryRunAsync("amocrm_update_company", "company_id=11001", "add_phone=+79000000009");

        Assert.Contains("GET https://demo.amocrm.ru/api/v4/companies/11001", result.Out, StringComparison.Ordinal);
        Assert.Contains("PATCH https://demo.amocrm.ru/api/v4/companies/11001", result.Out, StringComparison.Ordinal);
        Assert.Contains("+79000000009", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_that_cannot_go_on_without_a_real_answer_says_where_it_stopped()
    {
        var result = await DryRunAsync("amocrm_create_contact", "name=Анна", """custom_fields={"Город": "Тула"}""");

        Assert.Equal(ExitCodes.Success, result.ExitCode);
        Assert.Contains("GET https://demo.amocrm.ru/api/v4/contacts/custom_fields", result.Out, StringComparison.Ordinal);
        Assert.Contains("Here the call stopped", result.Error, StringComparison.Ordinal);
        Assert.Contains("Город", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_parameters_are_wrong_in_a_dry_run_as_well()
    {
        var result = await DryRunAsync("amocrm_create_lead", "nme=Кухня");

        Assert.Equal(ExitCodes.Usage, result.ExitCode);
        Assert.Empty(result.Out);
        Assert.Contains("'nme'", result.Error, StringComparison.Ordinal);
    }

    private Task<CliResult> DryRunAsync(params string[] args) => AmocrmCli.RunAsync(["call", .. args, "--dry-run", "--emulator", emulator.Url]);

    private static (string[] Head, string Body) Split(string output)
    {
        var parts = output.ReplaceLineEndings("\n").Split("\n\n", 2);
        return (parts[0].Split('\n'), parts[1]);
    }
}
