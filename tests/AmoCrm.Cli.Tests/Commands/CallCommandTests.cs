using System.Text.Json;
using AmoCrm.Cli.Tests.TestSupport;

namespace AmoCrm.Cli.Tests.Commands;

public sealed class CallCommandTests(RunningEmulator emulator) : IClassFixture<RunningEmulator>
{
    [Fact]
    public async Task A_success_prints_the_envelope_alone_and_ends_with_0()
    {
        var result = await CallAsync("amocrm_get_company", "company_id=11001");

        Assert.Equal(ExitCodes.Success, result.ExitCode);
        Assert.True(result.Json().GetProperty("success").GetBoolean());
        Assert.Equal("ООО «Ромашка»", result.Json().GetProperty("company").GetProperty("name").GetString());
        Assert.Contains("ООО «Ромашка»", result.Out, StringComparison.Ordinal);
        Assert.Empty(result.Error);
    }

    [Fact]
    public async Task A_failure_of_the_api_prints_the_envelope_says_why_and_ends_with_1()
    {
        var result = await CallAsync("amocrm_get_company", "company_id=99999");

        Assert.Equal(ExitCodes.Failure, result.ExitCode);
        Assert.False(result.Json().GetProperty("success").GetBoolean());
        Assert.Equal("not_found", result.Json().GetProperty("error_code").GetString());
        Assert.Contains("99999", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("amocrm_get_company", "companyid=17")] // no such parameter
    [InlineData("amocrm_get_company", "company_id=seventeen")] // no number
    [InlineData("amocrm_get_company")] // a required one is missing
    [InlineData("amocrm_get_company", "17")] // no key
    [InlineData("amocrm_get_company", "=17")] // an empty key
    [InlineData("amocrm_get_company", "company_id=17", "company_id=18")] // given twice
    [InlineData("amocrm_get_company", "company_id=17", "--args", "{}")] // both forms
    [InlineData("amocrm_get_company", "--args", "[17]")] // no object
    [InlineData("amocrm_get_company", "--args", "{company_id")] // no JSON
    [InlineData("amocrm_get_company", "--args", "@no-such-file.json")]
    [InlineData("amocrm_get_compny", "company_id=17")] // no such handler
    public async Task Wrong_usage_ends_with_2_says_what_is_wrong_and_sends_nothing(params string[] args)
    {
        emulator.Crm.ClearRequests();

        var result = await CallAsync(args);

        Assert.Equal(ExitCodes.Usage, result.ExitCode);
        Assert.NotEmpty(result.Error);
        Assert.Empty(emulator.Crm.Requests);
    }

    [Fact]
    public async Task An_unknown_parameter_suggests_the_right_one()
    {
        var result = await CallAsync("amocrm_get_company", "companyid=17");

        Assert.Contains("Did you mean 'company_id'?", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_become_what_the_parameter_is()
    {
        var created = await CallAsync("amocrm_create_company", "name=007", "phone=+79000000000", "tags=[\"опт\", 17004]", "fetch=true");
        var listed = await CallAsync("amocrm_list_companies", "with=contacts,leads", "limit=1");

        Assert.Equal("007", created.Json().GetProperty("company").GetProperty("name").GetString());
        Assert.Equal(1, listed.Json().GetProperty("count").GetInt32());
        Assert.Contains(emulator.Crm.Requests, request => request.Query.Contains("with=contacts", StringComparison.Ordinal) && request.Query.Contains("leads", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_arguments_may_be_json_a_file_or_standard_input()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("arguments.json", """{"company_id": "11002"}""");

        CliResult[] results =
        [
            await CallAsync("amocrm_get_company", "--args", """{"company_id": 11002}"""),
            await CallAsync("amocrm_get_company", "--args", $"@{file}"),
            await AmocrmCli.RunWithInputAsync("""{"company_id": 11002}""", "call", "amocrm_get_company", "--args", "-", "--emulator", emulator.Url),
            await AmocrmCli.RunWithInputAsync("""{"company_id": 11002}""", "call", "amocrm_get_company", "-", "--emulator", emulator.Url),
        ];

        Assert.All(results, result => Assert.Equal(11002, result.Json().GetProperty("company").GetProperty("id").GetInt64()));
    }

    [Fact]
    public async Task A_handler_without_parameters_needs_none()
    {
        var result = await CallAsync("amocrm_list_pipelines");

        Assert.Equal(JsonValueKind.Array, result.Json().GetProperty("pipelines").ValueKind);
    }

    [Theory]
    [InlineData("http://example.com")]
    [InlineData("8085")]
    public async Task The_emulator_is_looked_for_on_this_machine_only(string url)
    {
        var result = await AmocrmCli.RunAsync("call", "amocrm_list_pipelines", "--emulator", url);

        Assert.Equal(ExitCodes.Usage, result.ExitCode);
        Assert.Contains("loopback URL", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_emulator_that_does_not_run_is_said_to()
    {
        var result = await AmocrmCli.RunAsync("call", "amocrm_list_pipelines", "--emulator", "http://127.0.0.1:1");

        Assert.Equal(ExitCodes.Usage, result.ExitCode);
        Assert.Contains("Start one with 'amocrm emulator'", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_that_are_missing_are_wrong_usage_and_the_remedy_is_said()
    {
        using var folder = new TemporaryFolder();

        var result = await AmocrmCli.RunAsync("call", "amocrm_list_pipelines", "--settings", folder.File("none.json"));

        Assert.Equal(ExitCodes.Usage, result.ExitCode);
        Assert.Contains("amocrm settings set", result.Error, StringComparison.Ordinal);
    }

    private Task<CliResult> CallAsync(params string[] args) => AmocrmCli.RunAsync(["call", .. args, "--emulator", emulator.Url]);
}
