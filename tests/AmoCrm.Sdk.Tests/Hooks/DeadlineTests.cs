using AmoCrm.Sdk.Hooks;

namespace AmoCrm.Sdk.Tests.Hooks;

public sealed class DeadlineTests
{
    private const string Account = "/api/v4/account?with=is_api_filter_enabled,datetime_settings";
    private const string Moscow = """{"id":1,"_embedded":{"datetime_settings":{"timezone":"Europe/Moscow","timezone_offset":"+03:00"}}}""";

    private readonly ScriptedTransport _transport = new ScriptedTransport().Answers(Account, Moscow);

    [Fact]
    public async Task None_is_the_end_of_today_where_the_account_is()
    {
        // 21:30 UTC is half past midnight of 1 February in Moscow.
        Assert.Equal(new DateTimeOffset(2030, 2, 1, 20, 59, 59, TimeSpan.Zero), await DeadlineAsync(null));
        Assert.Equal(new DateTimeOffset(2030, 2, 1, 20, 59, 59, TimeSpan.Zero), await DeadlineAsync(string.Empty));
    }

    [Fact]
    public async Task A_zone_unknown_here_helps_itself_with_its_offset()
    {
        _transport.Answers(Account, """{"id":1,"_embedded":{"datetime_settings":{"timezone":"Europe/Nowhere","timezone_offset":"-05:00"}}}""");

        Assert.Equal(new DateTimeOffset(2030, 2, 1, 4, 59, 59, TimeSpan.Zero), await DeadlineAsync(null));
    }

    [Fact]
    public async Task A_time_without_an_offset_is_in_the_accounts_zone()
    {
        Assert.Equal(new DateTimeOffset(2030, 3, 1, 15, 0, 0, TimeSpan.Zero), await DeadlineAsync("2030-03-01T18:00:00"));
    }

    [Theory]
    [InlineData("1896037200")]
    [InlineData("2030-01-30T21:00:00Z")]
    [InlineData("2030-01-31T00:00:00+03:00")]
    public async Task An_instant_costs_no_request(string text)
    {
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1896037200), await DeadlineAsync(text));
        Assert.Empty(_transport.Asked);
    }

    [Fact]
    public async Task An_account_that_cannot_be_read_fails_the_call()
    {
        _transport.Answers(Account, """{"title":"Unauthorized","status":401}""", 401);

        await Assert.ThrowsAnyAsync<AmoCrmApiException>(() => DeadlineAsync(null));
    }

    private async Task<DateTimeOffset?> DeadlineAsync(AccountTime? current) =>
        (await DefaultHooks.DeadlineAsync(HookApi.Over(_transport), "arguments", current, default))?.Instant;
}
