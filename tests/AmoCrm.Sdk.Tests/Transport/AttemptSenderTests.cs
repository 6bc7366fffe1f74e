using AmoCrm.Sdk.Tests.TestSupport;

namespace AmoCrm.Sdk.Tests.Transport;

public sealed class AttemptSenderTests
{
    [Fact]
    public async Task Settings_changed_between_two_calls_are_used_by_the_second()
    {
        var test = new TestClient();
        test.Http.Answers(200, """{"id":7}""");
        await test.Api.SendAsync(ItemOperations.Get, new ItemArguments(Id: 7), default);
        test.Settings.Current = new AmoCrmSettings { Subdomain = "other.kommo.com", AccessToken = "other-token" };
        await test.Api.SendAsync(ItemOperations.Get, new ItemArguments(Id: 7), default);

        Assert.Equal(["mycompany.amocrm.ru", "other.kommo.com"], test.Http.Sent.Select(sent => sent.Uri.Host));
        Assert.Equal("Bearer other-token", test.LastSent.Headers["Authorization"]);
        Assert.Equal(2, test.Settings.Reads);
    }

    [Fact]
    public async Task A_call_that_waited_for_its_permit_goes_out_with_the_settings_of_then()
    {
        TestClient test = null!;
        var limiter = new StubLimiter(_ =>
        {
            test.Settings.Current = test.Settings.Current with { AccessToken = "newer-token" };
            return Task.CompletedTask;
        })
        {
            Permit = new StubPermit(waited: TimeSpan.FromSeconds(1)),
        };
        test = new TestClient(options => options.RateLimiter = limiter);
        test.Http.Answers(200, """{"id":7}""");
        await test.Api.SendAsync(ItemOperations.Get, new ItemArguments(Id: 7), default);
        Assert.Equal("Bearer newer-token", test.LastSent.Headers["Authorization"]);
    }

    [Fact]
    public async Task Every_attempt_takes_a_permit_raw_calls_too()
    {
        var limiter = new StubLimiter();
        var test = new TestClient(options => options.RateLimiter = limiter);
        test.Http.Answers(200, """{"id":7}""");
        await test.Api.SendAsync(ItemOperations.Get, new ItemArguments(Id: 7), default);
        await test.Client.SendAsync(new AmoCrmRequest(HttpMethod.Get, "/api/v4/account"));
        Assert.Equal(2, limiter.Keys.Count);
        Assert.Equal(new AmoCrmRateLimitKey("mycompany.amocrm.ru", test.Settings.Current.ClientId), limiter.Keys[0]);
    }

    [Fact]
    public async Task With_an_emulator_the_connection_moves_and_nothing_else()
    {
        var test = new TestClient(options => options.EmulatorAddress = new Uri("http://127.0.0.1:5080/"));
        test.Http.Answers(204);
        await test.Api.SendAsync(ItemOperations.List(), new ItemArguments(), default);
        Assert.Equal("http://127.0.0.1:5080/api/v4/items?page=1&limit=2", test.LastSent.Uri.AbsoluteUri);
        Assert.Equal("mycompany.amocrm.ru", test.LastSent.Headers["Host"]);

        test.Settings.Current = test.Settings.Current with { Subdomain = "evil.example" };
        await Assert.ThrowsAsync<AmoCrmConfigurationException>(() => test.Api.SendAsync(ItemOperations.List(), new ItemArguments(), default));
        Assert.Single(test.Http.Sent);
    }

    [Fact]
    public async Task A_resolver_that_fails_is_a_settings_error_and_sends_nothing()
    {
        var test = new TestClient(options => options.SettingsResolver = new FailingResolver());
        var exception = await Assert.ThrowsAsync<AmoCrmSettingsStoreException>(() => test.Api.SendAsync(ItemOperations.Get, new ItemArguments(Id: 7), default));
        Assert.Equal("settings_error", exception.ErrorCode);
        Assert.Contains("'default'", exception.Message, StringComparison.Ordinal);
        Assert.Empty(test.Http.Sent);
    }

    private sealed class FailingResolver : IAmoCrmSettingsResolver
    {
        public ValueTask<AmoCrmSettings> ResolveAsync(string agentId, CancellationToken cancellationToken) => throw new TimeoutException("The database is away.");
    }
}
