using AmoCrm.Sdk.Tests.TestSupport;
using NSubstitute;

namespace AmoCrm.Sdk.Tests.Auth;

public sealed class AccessTokenTests
{
    private const string Refusal = """{"title":"Unauthorized","status":401,"detail":"Token has expired","hint":"Token has been revoked"}""";

    [Fact]
    public async Task A_refused_token_is_tried_again_only_if_another_one_is_there()
    {
        var test = new TestClient();
        test.Http.Answers((_, _) =>
        {
            test.Settings.Current = test.Settings.Current with { AccessToken = "newer-token" };
            return Task.FromResult(StubHttpHandler.Json(401, Refusal));
        }).Answers(200, Items.Page(5));

        var created = await test.Api.SendAsync(ItemOperations.Create, new ItemArguments("x"), default);

        Assert.Equal(5, created.Id);
        Assert.Equal([$"Bearer {TestSettings.Token}", "Bearer newer-token"], test.Http.Sent.Select(sent => sent.Headers["Authorization"]));
    }

    [Fact]
    public async Task A_refused_token_that_is_the_only_one_is_not_sent_again()
    {
        var test = new TestClient();
        test.Http.Answers(401, Refusal, "application/problem+json");
        var exception = await Assert.ThrowsAsync<AmoCrmUnauthorizedException>(() => test.Api.SendAsync(ItemOperations.Get, new ItemArguments(Id: 7), default));
        Assert.Equal("unauthorized", exception.ErrorCode);
        Assert.Equal("Token has been revoked", exception.Error.Hint);
        Assert.Single(test.Http.Sent);
    }

    [Fact]
    public async Task Settings_that_cannot_be_read_after_a_refusal_are_the_trouble_that_is_told()
    {
        var resolver = Substitute.For<IAmoCrmSettingsResolver>();
        resolver.ResolveAsync(default!, default).ReturnsForAnyArgs(
            static _ => ValueTask.FromResult(new AmoCrmSettings { Subdomain = "mycompany", AccessToken = "old" }),
            static _ => ValueTask.FromException<AmoCrmSettings>(new IOException("The store is down.")));
        var test = new TestClient(options => options.SettingsResolver = resolver);
        test.Http.Answers(401, Refusal, "application/problem+json");
        await Assert.ThrowsAsync<AmoCrmSettingsStoreException>(() => test.Api.SendAsync(ItemOperations.Get, new ItemArguments(Id: 7), default));
    }

    [Fact]
    public async Task Two_refusals_in_a_row_are_the_end()
    {
        var test = new TestClient();
        var token = 0;
        test.Http.Answers((_, _) =>
        {
            test.Settings.Current = test.Settings.Current with { AccessToken = $"token-{++token}" };
            return Task.FromResult(StubHttpHandler.Json(401, Refusal));
        });
        await Assert.ThrowsAsync<AmoCrmUnauthorizedException>(() => test.Api.SendAsync(ItemOperations.Get, new ItemArguments(Id: 7), default));
        Assert.Equal(2, test.Http.Sent.Count);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public async Task A_missing_token_names_its_agent_and_key(string? token)
    {
        var test = new TestClient();
        test.Settings.Current = test.Settings.Current with { AccessToken = token };
        var exception = await Assert.ThrowsAsync<AmoCrmConfigurationException>(() => test.Api.SendAsync(ItemOperations.Get, new ItemArguments(Id: 7), default));
        Assert.Contains("'default'", exception.Message, StringComparison.Ordinal);
        Assert.Contains("amocrm_access_token", exception.Message, StringComparison.Ordinal);
        Assert.Empty(test.Http.Sent);
    }

    [Theory]
    [InlineData("canary token")]
    [InlineData("canary\r\nX-Evil: 1")]
    [InlineData("canary\u0430")]
    [InlineData("canary\t")]
    public async Task A_token_that_would_break_its_header_is_refused_without_being_quoted(string token)
    {
        var test = new TestClient();
        test.Settings.Current = test.Settings.Current with { AccessToken = token };
        var exception = await Assert.ThrowsAsync<AmoCrmConfigurationException>(() => test.Api.SendAsync(ItemOperations.Get, new ItemArguments(Id: 7), default));
        Assert.DoesNotContain("canary", exception.ToString(), StringComparison.Ordinal);
        Assert.Contains("amocrm_access_token of agent 'default'", exception.Message, StringComparison.Ordinal);
        Assert.Empty(test.Http.Sent);
    }

    [Fact]
    public async Task A_provider_of_the_users_own_decides_about_tokens()
    {
        var provider = Substitute.For<IAccessTokenProvider>();
        provider.GetAccessTokenAsync(default!, default!, default).ReturnsForAnyArgs("own-token");
        var test = new TestClient(options => options.AccessTokenProvider = provider);
        test.Http.Answers(200, """{"id":7}""");
        await test.Api.SendAsync(ItemOperations.Get, new ItemArguments(Id: 7), default);
        Assert.Equal("Bearer own-token", test.LastSent.Headers["Authorization"]);
    }
}
