namespace AmoCrm.Sdk.Tests.Resilience.Limits;

public sealed class LimiterClockTests
{
    private readonly HandClock _clock = new();

    [Fact]
    public void Where_there_is_room_only_the_request_that_leaves_looks_at_the_clock()
    {
        using var limiter = new AmoCrmRateLimiter(timeProvider: _clock);
        var lane = limiter.GetLimiter(new AmoCrmRateLimitKey("mycompany.amocrm.ru", "a"));
        LimiterBench.Leave(lane, 7);
        Assert.Equal(7, _clock.Looks);

        // Full: whether a window has ended has to be seen.
        Assert.False(lane.AttemptAcquire().IsAcquired);
        Assert.Equal(8, _clock.Looks);
    }

    [Fact]
    public void A_window_that_ended_unseen_is_free_for_whoever_needs_its_place()
    {
        using var limiter = new AmoCrmRateLimiter(new AmoCrmRateLimitOptions { RequestsPerWindow = 2, Window = LimiterBench.Window }, _clock);
        var lane = limiter.GetLimiter(new AmoCrmRateLimitKey("mycompany.amocrm.ru", "a"));
        LimiterBench.Leave(lane, 1);
        _clock.Advance(LimiterBench.Window);
        LimiterBench.Leave(lane, 2);
        Assert.False(lane.AttemptAcquire().IsAcquired);
        _clock.Advance(LimiterBench.Window);
        LimiterBench.Leave(lane, 2);
        Assert.Equal(0, LimiterBench.Free(lane));
    }

    [Fact]
    public void Limiters_asked_for_several_integrations_in_turn_keep_them_apart()
    {
        using var limiter = new AmoCrmRateLimiter(new AmoCrmRateLimitOptions { RequestsPerWindow = 1, AccountRequestsPerWindow = 3 }, _clock);
        AmoCrmRateLimitKey[] keys =
        [
            new("mycompany.amocrm.ru", "a"), new("mycompany.amocrm.ru", "b"), new("other.amocrm.ru", "a"), new("mycompany.amocrm.ru", ClientId: null),
        ];
        foreach (var key in keys)
        {
            LimiterBench.Leave(limiter.GetLimiter(key));
        }

        Assert.All(keys, key => Assert.False(limiter.AttemptAcquire(key).IsAcquired));

        // The same integration of the same account, whatever case its host comes in; and the account itself is full.
        Assert.False(limiter.AttemptAcquire(keys[0] with { Host = "MyCompany.amocrm.ru" }).IsAcquired);
        Assert.False(limiter.AttemptAcquire(keys[0] with { ClientId = "c" }).IsAcquired);
        Assert.True(limiter.AttemptAcquire(keys[2] with { ClientId = "c" }).IsAcquired);
    }
}
