using AmoCrm.Cli.Tests.TestSupport;

namespace AmoCrm.Cli.Tests.Commands;

public sealed class StepCommandTests(RunningEmulator emulator) : IClassFixture<RunningEmulator>
{
    private const string Steps = """
        [
          { "type": "amocrm_find_contact", "params": { "query": "{who.phone}", "match": "phone", "output_var": "client" } },
          { "type": "amocrm_create_lead", "params": { "name": "Кухня: {client.contact.name}", "contact_id": "{client.contact.id}", "fetch": true } }
        ]
        """;

    [Fact]
    public async Task Steps_take_values_from_the_context_and_leave_their_results_in_it()
    {
        using var folder = new TemporaryFolder();

        var result = await RunAsync(folder.Write("steps.json", Steps), "--context", """{"who": {"phone": "+79000000001"}}""");

        Assert.Equal(ExitCodes.Success, result.ExitCode);
        var context = result.Json();
        Assert.Equal("+79000000001", context.GetProperty("who").GetProperty("phone").GetString());
        Assert.Equal("Пётр Иванов", context.GetProperty("client").GetProperty("contact").GetProperty("name").GetString());
        Assert.Equal("Кухня: Пётр Иванов", context.GetProperty("created_lead").GetProperty("lead").GetProperty("name").GetString());
        Assert.Empty(result.Error);
    }

    [Fact]
    public async Task The_steps_may_come_from_standard_input_and_the_context_from_a_file()
    {
        using var folder = new TemporaryFolder();
        var context = folder.Write("context.json", """{"who": {"phone": "+79000000001"}}""");

        var result = await AmocrmCli.RunWithInputAsync(Steps, "step", "-", "--context", $"@{context}", "--emulator", emulator.Url);

        Assert.Equal(ExitCodes.Success, result.ExitCode);
        Assert.True(result.Json().GetProperty("created_lead").GetProperty("success").GetBoolean());
    }

    [Fact]
    public async Task A_failed_step_ends_the_run_with_1_and_is_named()
    {
        using var folder = new TemporaryFolder();
        var steps = folder.Write("steps.json", """[{"type": "amocrm_get_company", "params": {"company_id": 99999}}, {"type": "amocrm_list_pipelines"}]""");

        var stopped = await RunAsync(steps);
        var kept = await RunAsync(steps, "--keep-going");

        Assert.Equal(ExitCodes.Failure, stopped.ExitCode);
        Assert.Contains("Step 1 (amocrm_get_company)", stopped.Error, StringComparison.Ordinal);
        Assert.False(stopped.Json().TryGetProperty("pipelines", out _));
        Assert.Equal(ExitCodes.Failure, kept.ExitCode);
        Assert.True(kept.Json().TryGetProperty("pipelines", out _));
    }

    [Theory]
    [InlineData("17")]
    [InlineData("[17]")]
    [InlineData("{")]
    [InlineData("""[{"type": "amocrm_no_such_handler"}]""")]
    [InlineData("""[{"params": {}}]""")]
    public async Task What_is_no_list_of_steps_is_wrong_usage(string steps)
    {
        using var folder = new TemporaryFolder();

        var result = await RunAsync(folder.Write("steps.json", steps));

        Assert.Equal(ExitCodes.Usage, result.ExitCode);
        Assert.NotEmpty(result.Error);
    }

    [Fact]
    public async Task Standard_input_cannot_be_both_the_steps_and_the_context()
    {
        var result = await AmocrmCli.RunWithInputAsync(Steps, "step", "-", "--context", "-", "--emulator", emulator.Url);

        Assert.Equal(ExitCodes.Usage, result.ExitCode);
        Assert.Contains("Only one", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_missing_is_named()
    {
        var result = await RunAsync("no-such-steps.json");

        Assert.Equal(ExitCodes.Usage, result.ExitCode);
        Assert.Contains("no-such-steps.json", result.Error, StringComparison.Ordinal);
    }

    private Task<CliResult> RunAsync(params string[] args) => AmocrmCli.RunAsync(["step", .. args, "--emulator", emulator.Url]);
}
