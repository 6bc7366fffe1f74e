using AmoCrm.Sdk.Dispatch;
using AmoCrm.Sdk.Tests.LegacyDefects;

namespace AmoCrm.Sdk.Tests.Dispatch;

/// <summary>The 49 handlers by name: modules, defaults and envelopes are what the legacy program promised.</summary>
public sealed class LegacyContractTests
{
    public static TheoryData<string> Names { get; } = [.. LegacyHandler.All.Select(static handler => handler.Name)];

    [Fact]
    public void The_five_modules_hold_exactly_the_49_handlers_in_their_order()
    {
        Assert.Equal(49, LegacyHandler.All.Count);
        Assert.Equal(["base", "companies", "tasks", "advanced", "admin"], HandlerCatalog.Modules.Take(5));
        foreach (var module in LegacyHandler.All.GroupBy(static handler => handler.Module, StringComparer.Ordinal))
        {
            Assert.Equal(module.Select(static handler => handler.Name), HandlerCatalog.InModule(module.Key).Select(static handler => handler.Name));
        }

        Assert.Equal([6, 8, 8, 13, 14], HandlerCatalog.Modules.Take(5).Select(static module => HandlerCatalog.InModule(module).Count));
    }

    [Fact]
    public void Names_are_unique_and_found()
    {
        Assert.Equal(HandlerCatalog.Names, HandlerCatalog.Names.Distinct(StringComparer.Ordinal));
        Assert.All(HandlerCatalog.Names, static name => Assert.Equal(name, HandlerCatalog.Get(name).Name));
        Assert.Null(HandlerCatalog.Find("AMOCRM_GET_COMPANY"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_step_leaves_the_legacy_keys_under_the_legacy_name(string name)
    {
        var legacy = LegacyHandler.All.Single(handler => handler.Name == name);
        await using var program = await LegacyProgram.StartAsync();
        if (name is "amocrm_update_webhook" or "amocrm_delete_webhook")
        {
            await program.SucceedAsync("amocrm_create_webhook", """{"destination": "https://example.com/hook", "settings": ["add_lead"]}""");
        }

        var context = JsonText.Object("{}");
        var step = JsonText.Object($$"""{"type": "{{name}}", "params": {{legacy.Arguments}} }""");
        var envelope = await program.Engine.ExecuteStepAsync(step, context, TestContext.Current.CancellationToken);

        Assert.True(envelope["success"]!.GetValue<bool>(), envelope.ToJsonString());
        Assert.Equal(legacy.OutputVariable, Assert.Single(context).Key);
        Assert.Equal(["success", "handler"], envelope.Select(static member => member.Key).Take(2));
        Assert.Subset(envelope.Select(static member => member.Key).ToHashSet(StringComparer.Ordinal), legacy.Keys.Split(' ').ToHashSet(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_legacy_defaults_ask_for_nothing_special()
    {
        await using var program = await LegacyProgram.StartAsync();
        program.Crm.Behaviour.ApiFilterEnabled = false;

        await program.SucceedAsync("amocrm_list_companies", """{"limit": 250, "page": 1, "with": [], "filter": {}}""");
        await program.SucceedAsync("amocrm_create_contact", """{"name": "Зоя", "phone": null, "custom_fields": {}}""");

        Assert.DoesNotContain("with", program.Crm.Requests[0].Query, StringComparison.Ordinal);
        Assert.DoesNotContain("filter", program.Crm.Requests[0].Query, StringComparison.Ordinal);
        Assert.Equal("""[{"name":"Зоя"}]""", program.Crm.Requests[1].Body);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_handler_describes_itself(string name)
    {
        var handler = HandlerCatalog.Get(name);

        Assert.NotEmpty(handler.Summary);
        Assert.StartsWith("https://", handler.Documentation, StringComparison.Ordinal);
        Assert.NotEmpty(handler.Checked);
        Assert.Equal("object", handler.GetParametersSchema().GetProperty("type").GetString());
        Assert.NotEqual("{}", handler.GetResultSchema().GetRawText());
        Assert.All(handler.Parameters, static parameter => Assert.NotEmpty(parameter.Summary));
    }
}
