using AmoCrm.Sdk.Tests.TestSupport;

namespace AmoCrm.Sdk.Tests.Handlers;

/// <summary>Whichever way amoCRM says that it has no such route, deleting is "not supported" and the fallback is taken.</summary>
public sealed class DeleteRouteTests
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(404, """{"title":"Not Found","status":404,"detail":"Cannot DELETE /api/v4/companies/5"}""", "application/problem+json")]
    [InlineData(404, "<html><body>404 Not Found</body></html>", "text/html")]
    [InlineData(405, """{"title":"Method Not Allowed","status":405}""", "application/problem+json")]
    public async Task A_missing_route_is_not_supported(int status, string body, string type)
    {
        var test = new TestClient();
        test.Http.Answers(status, body, type);
        await Assert.ThrowsAsync<AmoCrmNotSupportedException>(() => test.Client.Companies.DeleteAsync(5, cancellationToken: Token));
        await Assert.ThrowsAsync<AmoCrmNotSupportedException>(() => test.Client.Tasks.DeleteAsync(5, cancellationToken: Token));
    }

    [Fact]
    public async Task The_fallback_is_taken_on_a_page_too()
    {
        var test = new TestClient();
        test.Http.Answers(404, "<html></html>", "text/html").Answers(200, """{"id":5,"updated_at":1700000000}""");
        var result = await test.Client.Companies.DeleteAsync(5, new DeleteCompanyRequest { Fallback = CompanyDeleteFallback.Tag }, Token);
        Assert.Equal((DeletionRoute.Tag, false), (result.Via, result.Deleted));
        Assert.Contains("\"tags_to_add\":[{\"name\":\"deleted\"}]", test.LastSent.Body, StringComparison.Ordinal);
    }
}
