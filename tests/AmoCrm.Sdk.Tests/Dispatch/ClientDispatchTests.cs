using System.Text.Json;
using AmoCrm.Sdk.Dispatch;
using AmoCrm.Sdk.Tests.LegacyDefects;
using NSubstitute;

namespace AmoCrm.Sdk.Tests.Dispatch;

/// <summary>Calls by name through the client and the emitted table.</summary>
public sealed class ClientDispatchTests
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    public static TheoryData<string> Names { get; } = [.. HandlerCatalog.Names];

    public static TheoryData<string> NamesWithRequired { get; } =
        [.. HandlerCatalog.All.Where(static handler => handler.Parameters.Any(static parameter => parameter.IsRequired)).Select(static handler => handler.Name)];

    [Fact]
    public void A_typed_call_returns_the_task_of_the_method_behind_the_name()
    {
        var client = Substitute.For<IAmoCrmClient>();
        var own = Task.FromResult<Company?>(new Company { Id = 17 });
        client.Companies.GetAsync(17, null, Token).Returns(own);

        var task = HandlerDispatcher.InvokeAsync<GetCompanyArguments, Company?>(HandlerCatalog.Get("amocrm_get_company"), client, new GetCompanyArguments(17), Token);

        Assert.Same(own, task);
    }

    [Fact]
    public async Task A_typed_call_goes_through_the_client()
    {
        await using var program = await LegacyProgram.StartAsync();

        var company = await program.Client.InvokeAsync<GetCompanyArguments, Company?>("amocrm_get_company", new GetCompanyArguments(11001), Token);

        Assert.Equal(11001, company!.Id);
        Assert.Throws<AmoCrmArgumentException>(() => { _ = program.Client.InvokeAsync<long, Company?>("amocrm_get_company", 11001, Token); });
        Assert.Throws<AmoCrmUnknownHandlerException>(() => { _ = program.Client.InvokeAsync<long, Company?>("amocrm_get_compani", 11001, Token); });
    }

    [Fact]
    public async Task A_dynamic_call_answers_json_and_null_for_what_is_not_there()
    {
        await using var program = await LegacyProgram.StartAsync();

        var company = await program.Client.InvokeAsync("amocrm_get_company", JsonText.Element("""{"company_id": "11001"}"""), Token);
        var nothing = await program.Client.InvokeAsync("amocrm_get_company", JsonText.Element("""{"company_id": 999999}"""), Token);

        Assert.Equal(11001, company.GetProperty("id").GetInt64());
        Assert.Equal("ООО «Ромашка»", company.GetProperty("name").GetString());
        Assert.Equal(JsonValueKind.Null, nothing.ValueKind);
    }

    // A member that no model declares is kept as it came.
    [Fact]
    public async Task A_dynamic_call_answers_though_a_text_was_cut_within_a_character()
    {
        var transport = Substitute.For<IAmoCrmTransport>();
        transport.SendAsync(Arg.Any<AmoCrmRequest>(), Arg.Any<CancellationToken>()).Returns(new AmoCrmResponse(200, """{"id": 17, "unheard_of": "\ud800"}"""u8.ToArray()));
        await using var client = new AmoCrmClient(new AmoCrmClientOptions { Transport = transport });

        var lead = await client.InvokeAsync("amocrm_get_lead", JsonText.Element("""{"lead_id": 17}"""), Token);

        Assert.Equal("\uFFFD", lead.GetProperty("unheard_of").GetString());
    }

    [Fact]
    public async Task A_dynamic_call_throws_like_the_typed_one()
    {
        await using var program = await LegacyProgram.StartAsync();

        await Assert.ThrowsAsync<AmoCrmNotSupportedException>(() => program.Client.InvokeAsync("amocrm_delete_company", JsonText.Element("""{"company_id": 11001}"""), Token));
    }

    [Fact]
    public async Task An_unknown_member_of_a_filter_is_refused_with_the_names_of_the_schema()
    {
        var exception = await RefusedAsync("amocrm_list_companies", """{"filter": {"responsible_user": 5}}""");

        Assert.Equal("filter", exception.ParamName);
        Assert.Contains("Did you mean 'responsible_user_id'", exception.Message, StringComparison.Ordinal);
        Assert.Contains("closest_task_at", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task An_unknown_param_is_refused_by_every_handler(string name)
    {
        var exception = await RefusedAsync(name, """{"no_such_param": 1}""");

        Assert.Equal("no_such_param", exception.ParamName);
        Assert.Equal(name, exception.Handler);
    }

    [Theory]
    [MemberData(nameof(NamesWithRequired))]
    public async Task A_missing_param_is_refused_by_every_handler_that_requires_one(string name)
    {
        var exception = await RefusedAsync(name, "{}");

        Assert.Contains(HandlerCatalog.Get(name).Parameters, parameter => parameter.IsRequired && parameter.Name == exception.ParamName);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_value_of_the_wrong_kind_is_refused_by_every_param(string name)
    {
        // No param takes a list of lists of nothing, except those that take any JSON or are not looked at.
        var handler = HandlerCatalog.Get(name);
        foreach (var parameter in handler.Parameters.Where(static parameter => !parameter.IsIgnored && parameter.Type is not ("json" or "json[]")))
        {
            var exception = await RefusedAsync(name, $$"""{"{{parameter.Name}}": [[[]]]}""");

            Assert.Contains(handler.Parameters, known => known.Name == exception.ParamName);
        }
    }

    private static async Task<AmoCrmArgumentException> RefusedAsync(string name, string arguments)
    {
        var client = Substitute.For<IAmoCrmClient>();
        var exception = await Assert.ThrowsAsync<AmoCrmArgumentException>(() => HandlerCatalog.Get(name).InvokeAsync(client, JsonText.Element(arguments), Token));
        Assert.Empty(client.ReceivedCalls());
        return exception;
    }
}
