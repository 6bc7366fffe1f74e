using System.Text;

namespace AmoCrm.Sdk.Tests.Errors;

public sealed class AmoCrmErrorsTests
{
    private const string ValidationErrors = """
        {"title":"Bad Request","type":"https://httpstatus.es/400","status":400,"detail":"Request validation failed",
         "validation-errors":[{"request_id":"1","errors":[
           {"code":"NotSupportedChoice","path":"custom_fields_values.0.field_id","detail":"detail-canary"},
           {"code":"FieldNotExpected","path":"_embedded.tags.0.request_id","detail":"detail-canary"}]}]}
        """;

    [Theory]
    [InlineData(400, typeof(AmoCrmValidationException), "validation")]
    [InlineData(401, typeof(AmoCrmUnauthorizedException), "unauthorized")]
    [InlineData(402, typeof(AmoCrmPaymentRequiredException), "payment_required")]
    [InlineData(403, typeof(AmoCrmForbiddenException), "forbidden")]
    [InlineData(404, typeof(AmoCrmNotFoundException), "not_found")]
    [InlineData(405, typeof(AmoCrmApiException), "not_supported")]
    [InlineData(409, typeof(AmoCrmApiException), "unprocessable")]
    [InlineData(422, typeof(AmoCrmUnprocessableException), "unprocessable")]
    [InlineData(429, typeof(AmoCrmRateLimitedException), "rate_limited")]
    [InlineData(500, typeof(AmoCrmServerException), "server_error")]
    [InlineData(502, typeof(AmoCrmServerException), "server_error")]
    [InlineData(504, typeof(AmoCrmServerException), "server_error")]
    public void Each_status_has_its_exception_and_code(int status, Type type, string code)
    {
        var exception = From(status, $$"""{"title":"A title","status":{{status}},"detail":"detail-canary"}""");
        Assert.IsType(type, exception);
        Assert.Equal(code, exception.ErrorCode);
        Assert.Equal(status, exception.StatusCode);
        Assert.Equal("amocrm_get_item", exception.Handler);
        Assert.StartsWith($"amocrm_get_item: A title ({status})", exception.Message, StringComparison.Ordinal);
        Assert.Equal("detail-canary", ((AmoCrmApiException)exception).Detail);
        Assert.Equal("req-1", ((AmoCrmApiException)exception).RequestId);
        Assert.Equal(status, exception.Problem!.Value.GetProperty("status").GetInt32());
        Assert.DoesNotContain("canary", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Validation_errors_are_told_by_path()
    {
        var exception = Assert.IsType<AmoCrmValidationException>(From(400, ValidationErrors));
        Assert.Equal(
            [
                new AmoCrmValidationError("custom_fields_values.0.field_id", "NotSupportedChoice", "detail-canary", "1"),
                new AmoCrmValidationError("_embedded.tags.0.request_id", "FieldNotExpected", "detail-canary", "1"),
            ],
            exception.Errors);
        Assert.Contains("NotSupportedChoice at custom_fields_values.0.field_id, FieldNotExpected at _embedded.tags.0.request_id", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Sources_send_one_error_where_others_send_an_array()
    {
        var exception = Assert.IsType<AmoCrmValidationException>(From(
            400, """{"detail":"Invalid request items","errors":[{"request_id":"0","errors":{"code":"EntityNotFound","path":"id","detail":"x"}}]}"""));
        Assert.Equal([new AmoCrmValidationError("id", "EntityNotFound", "x", "0")], exception.Errors);
    }

    [Fact]
    public void Calls_send_errors_with_titles()
    {
        var exception = Assert.IsType<AmoCrmValidationException>(From(
            400, """{"_total_items":0,"errors":[{"title":"Entity not found","type":"x","status":400,"request_id":"0","detail":"y"}]}"""));
        Assert.Equal([new AmoCrmValidationError(string.Empty, "Entity not found", "y", "0")], exception.Errors);
    }

    [Theory]
    [InlineData("""{"title":"Forbidden","status":403,"detail":"error code 244 occurred"}""", "subscription has ended")]
    [InlineData("""{"title":"Forbidden","status":403,"error_code":"244"}""", "subscription has ended")]
    [InlineData("""{"title":"Forbidden","status":403,"detail":"Error code: 113"}""", "allowed IP addresses")]
    [InlineData("""{"title":"Forbidden","status":403,"detail":"An error. error_code:113."}""", "allowed IP addresses")]
    public void Numeric_codes_of_the_older_API_bring_their_remedy(string body, string remedy)
    {
        var exception = Assert.IsType<AmoCrmForbiddenException>(From(403, body));
        Assert.NotNull(exception.Error.LegacyCode);
        Assert.Contains(remedy, exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("error")]
    [InlineData("error code")]
    [InlineData("error code 24")]
    [InlineData("error code 24413")]
    [InlineData("error-code 244")]
    [InlineData("error codes 244")]
    [InlineData("244")]
    public void Other_numbers_in_a_text_are_no_codes(string detail) =>
        Assert.Null(Assert.IsType<AmoCrmForbiddenException>(From(403, $$"""{"title":"Forbidden","status":403,"detail":"{{detail}}"}""")).Error.LegacyCode);

    [Theory]
    [InlineData("<html><body>blocked-canary</body></html>", "text/html")]
    [InlineData("  <!DOCTYPE html><p>blocked-canary", null)]
    public void An_HTML_page_with_403_means_blocked(string body, string? type)
    {
        var exception = Assert.IsType<AmoCrmBlockedException>(From(403, body, type));
        Assert.Equal("blocked", exception.ErrorCode);
        Assert.Null(exception.Problem);
        Assert.DoesNotContain("canary", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_403_that_says_nothing_is_not_called_a_block() =>
        Assert.DoesNotContain("block", Assert.IsType<AmoCrmForbiddenException>(From(403, string.Empty)).Message, StringComparison.OrdinalIgnoreCase);

    [Theory]
    [InlineData("")]
    [InlineData("<html>")]
    [InlineData("{\"title\":")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("{\"title\":17,\"validation-errors\":\"no\",\"errors\":[1,null,\"x\",[]]}")]
    [InlineData("{\"validation-errors\":[{\"errors\":[null,5]},{\"errors\":null}],\"detail\":null}")]
    public void Garbage_is_an_error_like_any_other(string body)
    {
        var exception = Assert.IsType<AmoCrmRateLimitedException>(From(429, body, "text/html"));
        Assert.Empty(exception.Error.Errors);
    }

    [Fact]
    public void A_title_cannot_flood_or_forge_a_log()
    {
        var exception = From(400, $$"""{"title":"first\r\nsecond {{new string('x', 5000)}}"}""");
        Assert.DoesNotContain('\n', exception.Message);
        Assert.True(exception.Message.Length < 400);
    }

    [Theory]
    [InlineData("""{"title":"\ud800"}""")]
    [InlineData("""{"\ud800":"a","title":"b"}""")]
    [InlineData("""{"validation-errors":[{"errors":[{"code":"\udc00"}]}]}""")]
    public void A_problem_that_is_not_valid_Unicode_is_none(string body)
    {
        var exception = Assert.IsType<AmoCrmValidationException>(From(400, body));
        Assert.Null(exception.Problem);
        Assert.StartsWith("amocrm_get_item: amoCRM refused the request (400)", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void How_long_to_wait_is_told()
    {
        var response = new AmoCrmResponse(429) { RetryAfter = TimeSpan.FromSeconds(3) };
        Assert.Equal(TimeSpan.FromSeconds(3), Assert.IsType<AmoCrmRateLimitedException>(AmoCrmErrors.From(response, "h")).RetryAfter);
    }

    [Fact]
    public void Every_exception_tells_its_code_and_handler()
    {
        IAmoCrmError[] errors =
        [
            new AmoCrmArgumentException("h", "p", "message"),
            new AmoCrmOperationCanceledException("h", null, default),
            new AmoCrmNetworkException("message") { Handler = "h" },
            new AmoCrmTimeoutException("message") { Handler = "h" },
            new AmoCrmNotSupportedException("message") { Handler = "h" },
            new AmoCrmSettingsStoreException("message") { Handler = "h" },
            new AmoCrmReauthorizationRequiredException("The authorisation has ended.", new AmoCrmApiError { StatusCode = 401, Handler = "h" }),
        ];
        Assert.All(errors, error => Assert.Equal("h", error.Handler));
        Assert.Equal(
            ["invalid_params", "outcome_unknown", "network", "timeout", "not_supported", "settings_error", "reauthorization_required"],
            errors.Select(error => error.ErrorCode));
    }

    private static AmoCrmException From(int status, string body, string? type = "application/problem+json") =>
        AmoCrmErrors.From(new AmoCrmResponse(status, Encoding.UTF8.GetBytes(body)) { ContentType = type, RequestId = "req-1" }, "amocrm_get_item");
}
