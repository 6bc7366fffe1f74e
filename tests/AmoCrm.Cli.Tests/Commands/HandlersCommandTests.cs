using System.Text.Json;
using AmoCrm.Cli.Tests.TestSupport;

namespace AmoCrm.Cli.Tests.Commands;

public sealed class HandlersCommandTests
{
    // The names of the Python plug-ins this SDK continues: they may not change.
    [Theory]
    [InlineData("base", "amocrm_find_contact amocrm_create_contact amocrm_find_lead amocrm_create_lead amocrm_add_note amocrm_search")]
    [InlineData("companies", "amocrm_list_companies amocrm_get_company amocrm_create_company amocrm_update_company amocrm_delete_company amocrm_add_company_contact amocrm_remove_company_contact amocrm_get_company_contacts")]
    [InlineData("tasks", "amocrm_create_task amocrm_update_task amocrm_complete_task amocrm_get_task amocrm_list_tasks amocrm_delete_task amocrm_create_event amocrm_list_events")]
    [InlineData("advanced", "amocrm_list_webhooks amocrm_create_webhook amocrm_update_webhook amocrm_delete_webhook amocrm_list_widgets amocrm_install_widget amocrm_uninstall_widget amocrm_create_call amocrm_list_calls amocrm_list_catalogs amocrm_create_catalog amocrm_list_catalog_elements amocrm_create_catalog_element")]
    [InlineData("admin", "amocrm_list_pipelines amocrm_get_pipeline amocrm_create_pipeline amocrm_update_pipeline amocrm_list_statuses amocrm_create_status amocrm_update_status amocrm_list_users amocrm_get_user amocrm_list_custom_fields amocrm_create_custom_field amocrm_update_custom_field amocrm_list_tags amocrm_create_tag")]
    public async Task The_json_array_holds_exactly_the_legacy_names_of_a_module_in_order(string module, string names)
    {
        var result = await AmocrmCli.RunAsync("handlers", "--json");

        Assert.Equal(ExitCodes.Success, result.ExitCode);
        Assert.Equal(
            names.Split(' '),
            result.Json().EnumerateArray().Where(handler => handler.GetProperty("module").GetString() == module).Select(handler => handler.GetProperty("name").GetString()));
    }

    [Fact]
    public async Task The_further_handlers_stand_in_modules_of_their_own()
    {
        var result = await AmocrmCli.RunAsync("handlers", "--json");

        string[] legacy = ["base", "companies", "tasks", "advanced", "admin"];
        var counts = result.Json().EnumerateArray().CountBy(handler => handler.GetProperty("module").GetString()!).ToDictionary();
        Assert.Equal([6, 8, 8, 13, 14], legacy.Select(module => counts[module]));
        Assert.Equal(["account", "contacts", "events", "leads", "links", "notes"], counts.Keys.Except(legacy, StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_handler_tells_what_a_program_needs_to_call_it()
    {
        var result = await AmocrmCli.RunAsync("handlers", "--json");

        Assert.All(result.Json().EnumerateArray(), handler =>
        {
            Assert.Matches("^amocrm_[a-z0-9_]+$", handler.GetProperty("name").GetString());
            Assert.NotEmpty(handler.GetProperty("module").GetString()!);
            Assert.NotEmpty(handler.GetProperty("client").GetString()!);
            Assert.Matches("^(GET|POST|PATCH|DELETE)$", handler.GetProperty("method").GetString());
            Assert.StartsWith("/api/v4/", handler.GetProperty("path").GetString(), StringComparison.Ordinal);
            Assert.Matches("^(read|create|update|delete)$", handler.GetProperty("effect").GetString());
            Assert.Matches("^(safe|idempotent|unsafe)$", handler.GetProperty("retry").GetString());
            Assert.Equal("object", handler.GetProperty("params").GetProperty("type").GetString());
            Assert.Equal(JsonValueKind.Object, handler.GetProperty("result").ValueKind);
            Assert.StartsWith("https://", handler.GetProperty("docs").GetString(), StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task A_module_can_be_listed_alone()
    {
        var table = await AmocrmCli.RunAsync("handlers", "--module", "companies");
        var json = await AmocrmCli.RunAsync("handlers", "--module", "companies", "--json");

        Assert.Contains("amocrm_get_company_contacts", table.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("amocrm_create_lead", table.Out, StringComparison.Ordinal);
        Assert.StartsWith("8 handlers.", table.Lines()[^1], StringComparison.Ordinal);
        Assert.Equal(8, json.Json().GetArrayLength());
    }

    [Fact]
    public async Task An_unknown_module_names_those_that_exist()
    {
        var result = await AmocrmCli.RunAsync("handlers", "--module", "sales");

        Assert.Equal(ExitCodes.Usage, result.ExitCode);
        Assert.Empty(result.Out);
        Assert.Contains("base, companies, tasks, advanced, admin", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_handler_is_described_with_its_request_and_parameters()
    {
        var result = await AmocrmCli.RunAsync("handlers", "amocrm_create_lead");

        Assert.Equal(ExitCodes.Success, result.ExitCode);
        Assert.Contains("amo.Leads.CreateAsync", result.Out, StringComparison.Ordinal);
        Assert.Contains("POST /api/v4/leads", result.Out, StringComparison.Ordinal);
        Assert.Contains(result.Lines(), line => line.StartsWith("name ", StringComparison.Ordinal) && line.Contains("required", StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_handler_can_be_had_as_json()
    {
        var result = await AmocrmCli.RunAsync("handlers", "amocrm_create_lead", "--json");

        Assert.Equal("amocrm_create_lead", Assert.Single(result.Json().EnumerateArray()).GetProperty("name").GetString());
    }

    [Fact]
    public async Task An_unknown_handler_suggests_the_nearest_name()
    {
        var result = await AmocrmCli.RunAsync("handlers", "amocrm_creat_lead");

        Assert.Equal(ExitCodes.Usage, result.ExitCode);
        Assert.Contains("Did you mean amocrm_create_lead", result.Error, StringComparison.Ordinal);
        Assert.Contains("'amocrm handlers' lists all of them", result.Error, StringComparison.Ordinal);
    }

    // To write the page again: dotnet run --project src/AmoCrm.Cli -- handlers --markdown > docs/handlers.md
    [Fact]
    public async Task The_page_in_the_repository_is_what_the_command_writes()
    {
        var result = await AmocrmCli.RunAsync("handlers", "--markdown");

        Assert.Equal(RepositoryFiles.Read("docs/handlers.md"), result.Out);
    }
}
