using AmoCrm.Sdk.Tests.Dispatch;
using AmoCrm.Sdk.Tests.TestSupport;

namespace AmoCrm.Sdk.Tests.Transport;

public sealed class ApiFilterGuardTests
{
    [Fact]
    public async Task Filters_the_account_has_not_paid_for_are_refused_before_the_request()
    {
        var test = new TestClient();
        test.Http.Answers(200, """{"id":1,"name":"x","subdomain":"mycompany","is_api_filter_enabled":false}""");
        var exception = await Assert.ThrowsAsync<AmoCrmNotSupportedException>(
            () => test.Api.SendAsync(ItemOperations.List(), new ItemArguments(Filters: true), default));
        Assert.StartsWith("amocrm_list_items: ", exception.Message, StringComparison.Ordinal);
        Assert.Contains("allow_unfiltered", exception.Message, StringComparison.Ordinal);
        Assert.Equal("amocrm_list_items", exception.Handler);
        Assert.DoesNotContain(test.Http.Sent, sent => sent.Uri.AbsolutePath == "/api/v4/items");
    }

    [Fact]
    public async Task Filters_the_account_has_paid_for_are_sent()
    {
        var test = new TestClient();
        test.Http.Answers(200, """{"id":1,"name":"x","subdomain":"mycompany","is_api_filter_enabled":true}""").Answers(204);
        await test.Api.SendAsync(ItemOperations.List(), new ItemArguments(Filters: true), default);
        Assert.Equal("/api/v4/items", test.LastSent.Uri.AbsolutePath);
    }

    public static TheoryData<CompanyFilter> EmptyFilters => [new CompanyFilter(), new CompanyFilter { CreatedAt = new DateTimeRange(), CustomFields = [] }];

    [Theory]
    [MemberData(nameof(EmptyFilters))]
    public async Task A_filter_that_filters_nothing_is_none(CompanyFilter filter)
    {
        var test = new TestClient();
        test.Http.Answers(204);
        await test.Client.Companies.ListAsync(new() { Filter = filter }, TestContext.Current.CancellationToken);
        Assert.Equal("?page=1&limit=250", Assert.Single(test.Http.Sent).Uri.Query);
    }

    [Theory]
    [InlineData("""{"filter":{"statuses":[{"status_id":142}]}}""", "pipeline_id")]
    [InlineData("""{"filter":{"statuses":[{"pipeline_id":6100}]}}""", "status_id")]
    public async Task Half_a_stage_is_refused_for_amocrm_needs_both_ids(string arguments, string missing)
    {
        var test = new TestClient();
        var exception = await Assert.ThrowsAsync<AmoCrmArgumentException>(
            () => test.Client.InvokeAsync("amocrm_list_leads", JsonText.Element(arguments), TestContext.Current.CancellationToken));
        Assert.Contains($"'{missing}'", exception.Message, StringComparison.Ordinal);
        Assert.Empty(test.Http.Sent);
    }

    [Fact]
    public async Task A_condition_without_values_is_refused_for_amocrm_would_answer_everything()
    {
        var test = new TestClient();
        var exception = await Assert.ThrowsAsync<AmoCrmArgumentException>(
            () => test.Client.Companies.ListAsync(new() { Filter = new() { Ids = [] } }, TestContext.Current.CancellationToken));
        Assert.Equal("filter", exception.ParamName);
        Assert.Contains("'filter[id]' is an empty list", exception.Message, StringComparison.Ordinal);
        Assert.Empty(test.Http.Sent);
    }
}
