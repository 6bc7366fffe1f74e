using AmoCrm.Sdk.Tests.TestSupport;

namespace AmoCrm.Sdk.Tests.Auth.Authorization;

public sealed class CodeRefusalTests
{
    private static readonly AmoCrmSettings Old = AuthorizationBench.Keys with { Subdomain = "mycompany", AccessToken = "old-access-canary", RefreshToken = "old-refresh-canary" };

    [Theory]
    [InlineData(400, "Authorization code has expired", AmoCrmAuthorizationFailure.CodeRefused, "20 minutes")]
    [InlineData(400, "Authorization code has been revoked", AmoCrmAuthorizationFailure.CodeRefused, "used before")]
    [InlineData(400, "Cannot decrypt the authorization code", AmoCrmAuthorizationFailure.CodeRefused, "Begin again")]
    [InlineData(401, "Incorrect client", AmoCrmAuthorizationFailure.IntegrationRefused, "amocrm_client_secret")]
    [InlineData(400, "Authorization code was not issued to this client", AmoCrmAuthorizationFailure.IntegrationRefused, "amocrm_client_id")]
    [InlineData(400, "Check the `redirect_uri` parameter", AmoCrmAuthorizationFailure.IntegrationRefused, "amocrm_redirect_uri have to be those of the integration that was authorised, the last one to the letter")]
    [InlineData(400, "canary", AmoCrmAuthorizationFailure.Refused, "amocrm_redirect_uri")]
    [InlineData(401, null, AmoCrmAuthorizationFailure.Refused, "20 minutes")]
    [InlineData(404, null, AmoCrmAuthorizationFailure.AccountNotAllowed, "mycompany.amocrm.ru")]
    public async Task Amocrms_words_become_ours(int status, string? hint, AmoCrmAuthorizationFailure expected, string said)
    {
        var body = hint is null ? "{}" : $$"""{"hint":"{{hint}}","title":"Некорректный запрос","status":{{status}},"detail":"canary"}""";
        using var bench = new AuthorizationBench(new StubHttpHandler().Answers(status, body, "application/problem+json"));
        bench.Save(Old);

        var exception = await bench.FailAsync(await bench.RedirectAsync());

        Assert.Equal((expected, status), (exception.Reason, exception.StatusCode));
        Assert.Contains(said, exception.Message, StringComparison.Ordinal);
        Assert.Contains("'sales'", exception.Message, StringComparison.Ordinal);
        await AssertUntouchedAsync(bench);
    }

    [Fact]
    public async Task An_account_that_amoCRM_does_not_know_is_named()
    {
        using var bench = new AuthorizationBench(new StubHttpHandler().Answers(401, """{"title":"Unauthorized","status":401,"detail":"Account does not exist (error code 101)"}"""));
        var exception = await bench.FailAsync(await bench.RedirectAsync());
        Assert.Equal(AmoCrmAuthorizationFailure.AccountNotAllowed, exception.Reason);
    }

    [Theory]
    [InlineData(403, "<html>", "text/html", typeof(AmoCrmBlockedException))]
    [InlineData(429, "{}", "application/json", typeof(AmoCrmRateLimitedException))]
    [InlineData(302, "{}", "application/json", typeof(AmoCrmInvalidResponseException))]
    public async Task A_refusal_that_is_not_about_the_code_says_what_it_is_about(int status, string body, string type, Type expected)
    {
        using var bench = new AuthorizationBench(new StubHttpHandler().Answers(status, body, type));
        bench.Save(Old);
        var redirect = await bench.RedirectAsync();
        Assert.IsType(expected, await Assert.ThrowsAnyAsync<AmoCrmException>(() => bench.Authorizer.CompleteAsync(redirect)));
        await AssertUntouchedAsync(bench);
    }

    [Theory]
    [InlineData(500, "{}")]
    [InlineData(200, "{}")]
    [InlineData(200, """{"access_token":"canary"}""")]
    [InlineData(200, """{"access_token":"canary","refresh_to""")]
    public async Task An_answer_that_is_none_may_have_spent_the_code(int status, string body)
    {
        using var bench = new AuthorizationBench(new StubHttpHandler().Answers(status, body));
        bench.Save(Old);
        var exception = await bench.FailAsync(await bench.RedirectAsync());
        Assert.Equal(AmoCrmAuthorizationFailure.OutcomeUnknown, exception.Reason);
        Assert.Contains("authorise the integration again", exception.Message, StringComparison.Ordinal);
        await AssertUntouchedAsync(bench);
    }

    [Fact]
    public async Task An_answer_without_tokens_is_the_cause_that_is_given()
    {
        using var bench = new AuthorizationBench(new StubHttpHandler().Answers(200, "{}"));
        var exception = await bench.FailAsync(await bench.RedirectAsync());
        var cause = Assert.IsType<AmoCrmInvalidResponseException>(exception.InnerException);
        Assert.Contains("oauth_authorization_code: the answer (200)", cause.Message, StringComparison.Ordinal);
        Assert.Equal("oauth_authorization_code", cause.Handler);
    }

    [Fact]
    public async Task A_handler_of_somebodys_own_that_fails_in_its_own_way_may_have_sent_the_code()
    {
        using var bench = new AuthorizationBench(new StubHttpHandler().Throws(new InvalidOperationException("The handler is broken.")));
        bench.Save(Old);

        var exception = await bench.FailAsync(await bench.RedirectAsync());

        Assert.Equal(AmoCrmAuthorizationFailure.OutcomeUnknown, exception.Reason);
        var failure = Assert.IsType<AmoCrmNetworkException>(exception.InnerException!.InnerException);
        Assert.Contains("oauth_authorization_code: sending failed with InvalidOperationException", failure.Message, StringComparison.Ordinal);
        Assert.Equal("oauth_authorization_code", failure.Handler);
        await AssertUntouchedAsync(bench);
    }

    [Fact]
    public async Task A_lost_answer_is_not_asked_for_again()
    {
        using var bench = new AuthorizationBench(new StubHttpHandler().Answers(async (request, cancellationToken) =>
        {
            await request.Content!.ReadAsByteArrayAsync(cancellationToken);
            throw new HttpRequestException(HttpRequestError.ResponseEnded);
        }));
        bench.Save(Old);
        var exception = await bench.FailAsync(await bench.RedirectAsync());
        Assert.Equal(AmoCrmAuthorizationFailure.OutcomeUnknown, exception.Reason);
        await AssertUntouchedAsync(bench);
    }

    [Fact]
    public async Task An_account_that_cannot_be_reached_has_not_seen_the_code()
    {
        using var bench = new AuthorizationBench(new StubHttpHandler().Throws(new HttpRequestException(HttpRequestError.NameResolutionError)));
        bench.Save(Old);
        var redirect = await bench.RedirectAsync();
        await Assert.ThrowsAsync<AmoCrmNetworkException>(() => bench.Authorizer.CompleteAsync(redirect));
        await AssertUntouchedAsync(bench);
    }

    private static async Task AssertUntouchedAsync(AuthorizationBench bench)
    {
        Assert.Single(bench.Http.Sent);
        Assert.Equal(Old, (await bench.RecordAsync()).Settings);
    }
}
