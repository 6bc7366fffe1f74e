using System.Net;
using System.Text;
using System.Text.Json;
using AmoCrm.Sdk.Tests.TestSupport;

namespace AmoCrm.Sdk.Tests.Transport;

public sealed class AnswerTests
{
    private const string CannotGet = """{"title":"Not Found","status":404,"detail":"Cannot GET /api/v4/items/7"}""";

    [Theory]
    [InlineData(204, "")]
    [InlineData(404, """{"title":"Not Found","status":404}""")]
    public async Task A_declared_missing_is_null(int status, string body)
    {
        var test = new TestClient();
        test.Http.Answers(status, body, "application/problem+json");
        Assert.Null(await test.Api.SendAsync(ItemOperations.Get, new ItemArguments(Id: 7), default));
    }

    [Theory]
    [InlineData(CannotGet, "application/problem+json")]
    [InlineData("<html>not found</html>", "text/html")]
    public async Task A_route_that_does_not_exist_is_never_a_missing_object(string body, string type)
    {
        var test = new TestClient();
        test.Http.Answers(404, body, type);
        await Assert.ThrowsAsync<AmoCrmNotFoundException>(() => test.Api.SendAsync(ItemOperations.Get, new ItemArguments(Id: 7), default));
        await Assert.ThrowsAsync<AmoCrmNotFoundException>(() => test.Api.SendAsync(ItemOperations.Delete, new ItemArguments(Id: 7), default));
    }

    [Theory]
    [InlineData(204)]
    [InlineData(404)]
    public async Task A_delete_of_what_is_gone_is_a_success(int status)
    {
        var test = new TestClient();
        test.Http.Answers(status, status == 404 ? """{"title":"Not Found"}""" : string.Empty);
        Assert.Equal(default, await test.Api.SendAsync(ItemOperations.Delete, new ItemArguments(Id: 7), default));
    }

    [Theory]
    [InlineData(200, "", "application/json")]
    [InlineData(200, "<html>maintenance</html>", "text/html")]
    [InlineData(200, "{\"id\":7", "application/hal+json")]
    [InlineData(200, "not json", "text/plain")]
    [InlineData(200, "[1,2", "application/json")]
    [InlineData(200, "null", "application/json")]
    [InlineData(200, "{}", "application/json")]
    [InlineData(203, "{\"id\":7}", "application/json")]
    public async Task An_answer_that_holds_no_result_is_an_error_and_no_null(int status, string body, string type)
    {
        var test = new TestClient();
        test.Http.Answers(status, body, type);
        var exception = await Assert.ThrowsAsync<AmoCrmInvalidResponseException>(
            () => test.Api.SendAsync(ItemOperations.Update, new ItemArguments("x", 7), default));
        Assert.Equal(status, exception.StatusCode);
        Assert.Equal("amocrm_update_item", exception.Handler);
        Assert.Equal("invalid_response", exception.ErrorCode);
    }

    [Theory]
    [InlineData(200, "", "application/json")]
    [InlineData(204, "", "application/json")]
    [InlineData(200, "{\"_embedded\":{\"items\":[{\"id\"", "application/hal+json")]
    [InlineData(200, "<html>", "text/html")]
    [InlineData(200, "{\"_embedded\":{\"items\":[]}}", "application/hal+json")]
    public async Task A_create_whose_answer_tells_nothing_may_have_happened(int status, string body, string type)
    {
        var test = new TestClient();
        test.Http.Answers(status, body, type);
        var exception = await Assert.ThrowsAsync<AmoCrmOutcomeUnknownException>(
            () => test.Api.SendAsync(ItemOperations.Create, new ItemArguments("x"), default));
        Assert.IsType<AmoCrmInvalidResponseException>(exception.InnerException);
        Assert.Equal("outcome_unknown", exception.ErrorCode);
        Assert.Equal(status, exception.StatusCode);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task Behind_a_server_error_a_create_may_have_happened_and_nothing_else(int status)
    {
        var test = new TestClient();
        test.Http.Answers(status, "<html>bad gateway</html>", "text/html");
        var unknown = await Assert.ThrowsAsync<AmoCrmOutcomeUnknownException>(() => test.Api.SendAsync(ItemOperations.Create, new ItemArguments("x"), default));
        Assert.IsType<AmoCrmServerException>(unknown.InnerException);
        Assert.Equal(status, unknown.StatusCode);
        await Assert.ThrowsAsync<AmoCrmServerException>(() => test.Api.SendAsync(ItemOperations.Update, new ItemArguments("x", 7), default));
        await Assert.ThrowsAsync<AmoCrmServerException>(() => test.Api.SendAsync(ItemOperations.Get, new ItemArguments(Id: 7), default));
    }

    [Theory]
    [InlineData("HEAD", 200)]
    [InlineData("GET", 304)]
    public async Task A_length_without_a_body_is_that_of_another_answer(string method, int status)
    {
        var test = new TestClient();
        test.Http.Answers((_, _) =>
        {
            var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new ByteArrayContent([]) };
            response.Content.Headers.ContentLength = 1234;
            return Task.FromResult(response);
        });
        var response = await test.Client.SendAsync(new AmoCrmRequest(new HttpMethod(method), "/api/v4/account"));
        Assert.Equal((status, 0), (response.StatusCode, response.Body.Length));
    }

    /// <summary>.NET's reader quotes the literal that it stopped at.</summary>
    [Theory]
    [InlineData("{\"id\":7,\"name\":nullcanary}")]
    [InlineData("canary")]
    [InlineData("{\"id\":7,\n\"name\":truecanary}")]
    public async Task What_is_said_of_malformed_JSON_quotes_none_of_it(string body)
    {
        var test = new TestClient();
        test.Http.Answers(200, body);
        var typed = await Assert.ThrowsAsync<AmoCrmInvalidResponseException>(() => test.Api.SendAsync(ItemOperations.Get, new ItemArguments(Id: 7), default));
        var raw = Assert.Throws<AmoCrmInvalidResponseException>(() => new AmoCrmResponse(200, Encoding.UTF8.GetBytes(body)).Json());
        foreach (var exception in (Exception[])[typed, raw])
        {
            Assert.DoesNotContain("canary", exception.ToString(), StringComparison.Ordinal);
            var cause = Assert.IsType<JsonException>(exception.InnerException);
            Assert.StartsWith($"The JSON is malformed at line {body.Count(static character => character == '\n') + 1}, byte ", cause.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_redirect_is_an_error_that_says_so()
    {
        var test = new TestClient();
        test.Http.Answers(302);
        var exception = await Assert.ThrowsAsync<AmoCrmInvalidResponseException>(() => test.Api.SendAsync(ItemOperations.Get, new ItemArguments(Id: 7), default));
        Assert.Contains("redirect", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_longer_than_allowed_is_not_read()
    {
        var test = new TestClient(options => options.MaxResponseBytes = 100);
        test.Http.Answers(200, $$"""{"id":7,"name":"{{new string('x', 200)}}"}""");
        var exception = await Assert.ThrowsAsync<AmoCrmInvalidResponseException>(() => test.Api.SendAsync(ItemOperations.Get, new ItemArguments(Id: 7), default));
        Assert.Contains("MaxResponseBytes", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_an_answer_that_tells_no_length_one_byte_more_than_allowed_is_read()
    {
        var test = new TestClient(options => options.MaxResponseBytes = 100);
        using var body = new UnknownLengthStream(new byte[5000]);
        test.Http.Answers((_, _) => Task.FromResult(new HttpResponseMessage { Content = new StreamContent(body) }));
        await Assert.ThrowsAsync<AmoCrmInvalidResponseException>(() => test.Api.SendAsync(ItemOperations.Get, new ItemArguments(Id: 7), default));
        Assert.Equal(101, body.Taken);
    }

    [Fact]
    public async Task An_answer_from_elsewhere_is_not_taken()
    {
        var test = new TestClient();
        test.Http.Answers((_, _) =>
        {
            var response = StubHttpHandler.Json(200, """{"id":7}""");
            response.RequestMessage = new HttpRequestMessage(HttpMethod.Get, "https://evil.example/");
            return Task.FromResult(response);
        });
        var exception = await Assert.ThrowsAsync<AmoCrmInvalidResponseException>(() => test.Api.SendAsync(ItemOperations.Get, new ItemArguments(Id: 7), default));
        Assert.Contains(nameof(AmoCrmClientOptions.HttpMessageHandler), exception.Message, StringComparison.Ordinal);
        Assert.Equal("amocrm_get_item", exception.Handler);
    }

    [Fact]
    public async Task A_create_whose_answer_is_not_taken_may_have_happened()
    {
        var test = new TestClient(static options => options.MaxResponseBytes = 100);
        test.Http.Answers(200, new string('x', 200));
        var exception = await Assert.ThrowsAsync<AmoCrmOutcomeUnknownException>(() => test.Api.SendAsync(ItemOperations.Create, new ItemArguments("x"), default));
        Assert.IsType<AmoCrmInvalidResponseException>(exception.InnerException);
        Assert.Equal(200, exception.StatusCode);
    }
}
