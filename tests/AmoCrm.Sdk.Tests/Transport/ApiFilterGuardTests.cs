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
}
