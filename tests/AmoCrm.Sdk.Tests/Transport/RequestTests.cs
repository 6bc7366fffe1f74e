using AmoCrm.Sdk.Tests.TestSupport;

namespace AmoCrm.Sdk.Tests.Transport;

public sealed class RequestTests
{
    [Fact]
    public async Task A_request_goes_to_the_accounts_host_with_its_headers()
    {
        var test = new TestClient(options => options.ApplicationName = "Мой склад");
        test.Http.Answers(200, """{"id":7,"name":"Ромашка"}""");

        var item = await test.Api.SendAsync(ItemOperations.Get, new ItemArguments(Id: 7), default);

        Assert.Equal("Ромашка", item!.Name);
        Assert.Equal("https://mycompany.amocrm.ru/api/v4/items/7", test.LastSent.Uri.AbsoluteUri);
        Assert.Equal($"Bearer {TestSettings.Token}", test.LastSent.Headers["Authorization"]);
        Assert.Contains("application/hal+json", test.LastSent.Headers["Accept"], StringComparison.Ordinal);
        Assert.StartsWith("%D0%9C%D0%BE%D0%B9%20", test.LastSent.Headers["User-Agent"], StringComparison.Ordinal);
        Assert.Contains(" AmoCrm.Sdk/", test.LastSent.Headers["User-Agent"], StringComparison.Ordinal);
        Assert.False(test.LastSent.Headers.ContainsKey("X-Context-User-ID"));
        Assert.False(test.LastSent.Headers.ContainsKey("Cookie"));
    }

    [Fact]
    public async Task A_create_is_an_array_of_one_in_UTF_8()
    {
        var test = new TestClient();
        test.Http.Answers(200, Items.Page(5));
        var created = await test.Api.SendAsync(ItemOperations.Create, new ItemArguments("Ромашка"), default);
        Assert.Equal(5, created.Id);
        Assert.Equal("POST /api/v4/items", test.LastSent.Line);
        Assert.Equal("""[{"name":"Ромашка"}]""", test.LastSent.Body);
        Assert.Equal("application/json", test.LastSent.Headers["Content-Type"]);
    }

    [Fact]
    public async Task An_update_is_one_object()
    {
        var test = new TestClient();
        test.Http.Answers(200, """{"id":5}""");
        await test.Api.SendAsync(ItemOperations.Update, new ItemArguments("x", 5), default);
        Assert.Equal("PATCH /api/v4/items/5", test.LastSent.Line);
        Assert.Equal("""{"name":"x"}""", test.LastSent.Body);
    }

    [Fact]
    public async Task Bad_arguments_send_nothing()
    {
        var test = new TestClient();
        var exception = await Assert.ThrowsAsync<AmoCrmArgumentException>(() => test.Api.SendAsync(ItemOperations.Create, new ItemArguments(), default));
        Assert.Equal("name", exception.ParamName);
        Assert.Equal("amocrm_create_item", exception.Handler);
        Assert.Equal("invalid_params", exception.ErrorCode);
        Assert.Empty(test.Http.Sent);
        Assert.Equal(0, test.Settings.Reads);
    }

    [Fact]
    public async Task A_page_and_a_limit_are_always_sent()
    {
        var test = new TestClient();
        test.Http.Answers(204);
        var page = await test.Api.SendAsync(ItemOperations.List(), new ItemArguments("Иванов & сын"), default);
        Assert.Empty(page.Items);
        Assert.False(page.HasMore);
        Assert.Equal("GET /api/v4/items?query=%D0%98%D0%B2%D0%B0%D0%BD%D0%BE%D0%B2%20%26%20%D1%81%D1%8B%D0%BD&page=1&limit=2", test.LastSent.Line);
    }

    [Theory]
    [InlineData(0, 10, "page")]
    [InlineData(-1, 10, "page")]
    [InlineData(1, 0, "limit")]
    [InlineData(1, 251, "limit")]
    public async Task A_page_out_of_bounds_is_an_error_that_names_the_bound(int page, int limit, string parameter)
    {
        var test = new TestClient();
        var exception = await Assert.ThrowsAsync<AmoCrmArgumentException>(
            () => test.Api.SendAsync(ItemOperations.List(), new ItemArguments(Page: page, Limit: limit), default));
        Assert.Equal(parameter, exception.ParamName);
        Assert.Contains(parameter == "limit" ? "250" : "1", exception.Message, StringComparison.Ordinal);
        Assert.Empty(test.Http.Sent);
    }

    [Theory]
    [InlineData(3, 50, "page=3&limit=50")]
    [InlineData(null, 1, "page=1&limit=1")]
    [InlineData(1, 250, "page=1&limit=250")]
    [InlineData(7, null, "page=7&limit=2")]
    public async Task The_page_and_the_limit_are_those_that_were_asked_for(int? page, int? limit, string expected)
    {
        var test = new TestClient();
        test.Http.Answers(204);
        await test.Api.SendAsync(ItemOperations.List(), new ItemArguments(Page: page, Limit: limit), default);
        Assert.Equal($"?{expected}", test.LastSent.Uri.Query);
    }

    [Fact]
    public async Task As_another_user_every_request_carries_his_id()
    {
        var test = new TestClient();
        test.Http.Answers(200, "{}");
        await test.Client.AsUser(8001002).SendAsync(new AmoCrmRequest(HttpMethod.Get, "/api/v4/account"));
        Assert.Equal("8001002", test.LastSent.Headers["X-Context-User-ID"]);
        await test.Client.SendAsync(new AmoCrmRequest(HttpMethod.Get, "/api/v4/account"));
        Assert.False(test.LastSent.Headers.ContainsKey("X-Context-User-ID"));
        Assert.Throws<AmoCrmArgumentException>(() => test.Client.AsUser(0));
    }

    [Fact]
    public async Task A_raw_request_goes_the_same_way_and_answers_any_status()
    {
        var test = new TestClient();
        test.Http.Answers(404, """{"title":"Not Found","status":404}""", "application/problem+json");
        var response = await test.Client.SendAsync(new AmoCrmRequest(HttpMethod.Post, "/api/v4/talks/1/close") { Body = "{}"u8.ToArray(), Query = "a=1" });
        Assert.Equal(404, response.StatusCode);
        Assert.Equal("POST /api/v4/talks/1/close?a=1", test.LastSent.Line);
        Assert.Equal("{}", test.LastSent.Body);
        Assert.Equal(404, response.Json().GetProperty("status").GetInt32());
        Assert.Throws<AmoCrmNotFoundException>(response.EnsureSuccess);
    }

    [Theory]
    [InlineData("")]
    [InlineData("api/v4/leads")]
    [InlineData("//evil.example/api")]
    [InlineData("https://evil.example/")]
    [InlineData("/api/v4/leads?x=1")]
    [InlineData("/api/v4/leads#x")]
    [InlineData("/api/v4/../oauth2/access_token")]
    [InlineData("/api/v4/%2e%2e/oauth2")]
    [InlineData("/api/v4/%252e%252e/oauth2")]
    [InlineData("/api/./v4")]
    [InlineData("/api\\v4")]
    [InlineData("/api v4")]
    [InlineData("/api/v4/\r\nHost: evil.example")]
    [InlineData("/api/v4/сделки")]
    public void A_path_that_could_leave_the_account_is_refused(string path)
    {
        Assert.Throws<AmoCrmArgumentException>(() => new AmoCrmRequest(HttpMethod.Get, path));
    }

    [Theory]
    [InlineData("a=1#fragment")]
    [InlineData("a=1\r\nHost: evil.example#")]
    public async Task A_query_that_would_end_the_address_is_refused(string query)
    {
        var test = new TestClient();
        test.Http.Answers(200, "{}");
        var exception = await Assert.ThrowsAsync<AmoCrmArgumentException>(() => test.Client.SendAsync(new AmoCrmRequest(HttpMethod.Get, "/api/v4/account") { Query = query }));
        Assert.Equal("path", exception.ParamName);
        Assert.Contains("percent-encode", exception.Message, StringComparison.Ordinal);
        Assert.Empty(test.Http.Sent);
    }

    [Theory]
    [InlineData("GET", RetrySafety.Safe)]
    [InlineData("HEAD", RetrySafety.Safe)]
    [InlineData("PUT", RetrySafety.Idempotent)]
    [InlineData("DELETE", RetrySafety.Idempotent)]
    [InlineData("POST", RetrySafety.Unsafe)]
    [InlineData("PATCH", RetrySafety.Unsafe)]
    public void A_raw_request_is_as_safe_to_repeat_as_its_method(string method, RetrySafety expected)
    {
        Assert.Equal(expected, new AmoCrmRequest(new HttpMethod(method), "/api/v4/x").Retry);
    }
}
