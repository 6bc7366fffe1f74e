using AmoCrm.Sdk.Redis.Fallback;
using AmoCrm.Sdk.Resilience;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Time.Testing;

namespace AmoCrm.Sdk.Redis.Tests.Fallback;

public sealed class RedisAvailabilityTests
{
    private static readonly RateLimits Limits = RateLimits.Of(new AmoCrmRateLimitOptions());
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly FakeTimeProvider _time = new();
    private readonly FakeLogger _log = new();
    private readonly RedisAvailability _availability;

    public RedisAvailabilityTests()
    {
        _availability = new RedisAvailability(Limits, _time, _log);
        _time.Advance(TimeSpan.FromHours(1));
    }

    [Fact]
    public void A_loss_is_told_once_with_the_share_and_nothing_is_sent_for_a_window()
    {
        _availability.Lost("no answer", new RateLimits(1, 12, Limits.Window), 4);
        _availability.Lost("no answer", new RateLimits(1, 12, Limits.Window), 4);

        Assert.True(_availability.IsLost);
        Assert.Equal(Limits.Window, _availability.Pause);
        var told = Assert.Single(_log.Collector.GetSnapshot());
        Assert.Equal(LogLevel.Warning, told.Level);
        Assert.Contains("1 requests of an integration and 12 of an account in 1.03 s (processes that were seen: 4)", told.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Redis_is_looked_for_no_more_often_than_every_second()
    {
        var probes = 0;
        _availability.Lost("no answer", Limits, 1);
        for (var tenth = 0; tenth < 50; tenth++)
        {
            _availability.ProbeIfDue(() => Task.FromResult(++probes < 0));
            _time.Advance(Second / 10);
        }

        Assert.Equal(4, probes);
    }

    [Fact]
    public void Shares_count_until_the_others_had_time_to_find_it_too_and_then_a_window_passes()
    {
        _availability.Lost("no answer", Limits, 1);
        _time.Advance(Second);
        _availability.ProbeIfDue(() => Task.FromResult(true));

        Assert.True(_availability.IsLost);
        _time.Advance(Second);
        Assert.False(_availability.IsLost);

        Assert.Equal(Limits.Window, _availability.Pause);
        var told = _log.LatestRecord;
        Assert.Equal(LogLevel.Information, told.Level);
        Assert.Contains("Redis is back", told.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_that_goes_away_again_at_once_was_not_back()
    {
        _availability.Lost("no answer", Limits, 1);
        var answer = new TaskCompletionSource<bool>();
        _time.Advance(Second);
        _availability.ProbeIfDue(() => Task.FromResult(true));
        _time.Advance(Second - TimeSpan.FromMilliseconds(1));
        _availability.ProbeIfDue(() => answer.Task);
        Assert.False(answer.Task.IsCompleted);
        _time.Advance(TimeSpan.FromMilliseconds(1));

        Assert.False(_availability.IsLost);
        _availability.Lost("no answer", Limits, 1);
        _time.Advance(TimeSpan.FromMinutes(1));

        Assert.True(_availability.IsLost);
    }
}
