using AmoCrm.Sdk.Tests.Hooks;

namespace AmoCrm.Sdk.Tests.Account;

public sealed class AccountReaderTests
{
    [Fact]
    public async Task Fields_are_read_page_by_page_although_the_pages_are_smaller_than_asked_for()
    {
        var transport = new ScriptedTransport()
            .Answers("/api/v4/leads/custom_fields?page=1&limit=250", """
                {"_total_items":3,"_page":1,"_page_count":2,"_embedded":{"custom_fields":[
                  {"id":1,"name":"City","code":null,"type":"select","enums":[{"id":5,"value":"Moscow","sort":1,"code":"msk"}]},
                  {"id":2,"name":"Group","code":"GROUP","type":"category","nested":[{"id":7,"parent_id":null,"value":"Phones","sort":0}]}]}}
                """)
            .Answers("/api/v4/leads/custom_fields?page=2&limit=250", """{"_total_items":3,"_page":2,"_page_count":2,"_embedded":{"custom_fields":[{"id":3,"name":"N","type":"numeric","enums":null}]}}""");

        var fields = await new AccountReader(HookApi.Over(transport)).ReadFieldsAsync(CustomFieldScope.Leads);

        Assert.Equal([1, 2, 3], fields.Fields.Select(field => field.Id));
        Assert.Equal((5, "Moscow", "msk"), (fields.Fields[0].Enums[0].EnumId, fields.Fields[0].Enums[0].Value, fields.Fields[0].Enums[0].EnumCode));
        Assert.Equal(7, fields.Fields[1].Enums[0].EnumId);
        Assert.Equal(2, transport.Asked.Count);
    }

    [Fact]
    public async Task A_total_alone_is_counted_by_what_came_and_not_by_what_was_asked_for()
    {
        var transport = new ScriptedTransport();
        for (var page = 1; page <= 3; page++)
        {
            transport.Answers(
                $"/api/v4/leads/custom_fields?page={page}&limit=250",
                $$"""{"_total_items":3,"_embedded":{"custom_fields":[{"id":{{page}},"name":"N","type":"numeric"}]} }""");
        }

        var fields = await new AccountReader(HookApi.Over(transport)).ReadFieldsAsync(CustomFieldScope.Leads);

        Assert.Equal([1, 2, 3], fields.Fields.Select(field => field.Id));
    }

    [Theory]
    [InlineData("", 204)]
    [InlineData("""{"_embedded":{"custom_fields":null}}""", 200)]
    public async Task A_scope_without_fields_has_none(string body, int status)
    {
        var transport = new ScriptedTransport().Answers("/api/v4/catalogs/5/custom_fields?page=1&limit=250", body, status);

        Assert.Empty((await new AccountReader(HookApi.Over(transport)).ReadFieldsAsync(CustomFieldScope.Catalog(5))).Fields);
    }

    [Fact]
    public async Task The_account_is_one_request()
    {
        var transport = new ScriptedTransport().Answers("/api/v4/account?with=is_api_filter_enabled,datetime_settings", """{"id":1,"is_api_filter_enabled":true}""");

        Assert.True((await new AccountReader(HookApi.Over(transport)).ReadAccountAsync()).IsApiFilterEnabled);
    }

    [Fact]
    public async Task What_is_no_account_is_an_invalid_response()
    {
        var transport = new ScriptedTransport().Answers("/api/v4/account?with=is_api_filter_enabled,datetime_settings", "[1]");

        var exception = await Assert.ThrowsAsync<AmoCrmInvalidResponseException>(() => new AccountReader(HookApi.Over(transport)).ReadAccountAsync());

        Assert.Equal("amocrm_get_account", exception.Handler);
    }
}
