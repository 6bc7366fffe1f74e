using AmoCrm.Sdk.Resilience;
using AmoCrm.Sdk.Tests.TestSupport;
using Microsoft.Extensions.Time.Testing;

namespace AmoCrm.Sdk.Tests.Resilience.Limits;

public sealed class SharedLimitersTests
{
    private static readonly AmoCrmRequest Read = new(HttpMethod.Get, "/api/v4/account");

    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public async Task Two_clients_of_one_process_share_what_is_used_up()
    {
        var one = Client();
        var two = Client();
        for (var i = 0; i < 4; i++)
        {
            await one.Client.SendAsync(Read);
        }

        for (var i = 0; i < 3; i++)
        {
            await two.Client.SendAsync(Read);
        }

        var eighth = two.Client.SendAsync(Read);
        Assert.False(eighth.IsCompleted);
        Assert.Equal(3, two.Http.Sent.Count);
        _clock.Advance(TimeSpan.FromMilliseconds(1030));
        await eighth;
    }

    [Fact]
    public void Another_emulator_another_clock_and_other_limits_have_their_own()
    {
        var limiter = SharedLimiters.Of(Options());
        Assert.NotNull(limiter);
        Assert.Same(limiter, SharedLimiters.Of(Options()));
        Assert.NotSame(limiter, SharedLimiters.Of(Options(options => options.EmulatorAddress = new Uri("http://127.0.0.1:5080/"))));
        Assert.NotSame(limiter, SharedLimiters.Of(Options(options => options.TimeProvider = new FakeTimeProvider())));
        Assert.NotSame(limiter, SharedLimiters.Of(Options(static options => options.RateLimit.RequestsPerWindow = 5)));
        Assert.Null(SharedLimiters.Of(Options(static options => options.RateLimit.IsEnabled = false)));
    }

    [Fact]
    public async Task A_limiter_in_the_options_counts_instead()
    {
        using var limiter = new AmoCrmRateLimiter(new AmoCrmRateLimitOptions { RequestsPerWindow = 1 }, _clock);
        var test = Client(options => options.RateLimiter = limiter);
        await test.Client.SendAsync(Read);
        var second = test.Client.SendAsync(Read);
        Assert.False(second.IsCompleted);
        _clock.Advance(TimeSpan.FromMilliseconds(1030));
        await second;
    }

    [Fact]
    public async Task A_limiter_of_somebody_elses_that_refuses_is_a_rate_limit_and_nothing_was_sent()
    {
        var limiter = new StubLimiter { Permit = new StubPermit(isAcquired: false) };
        var test = Client(options => options.RateLimiter = limiter);
        var exception = await Assert.ThrowsAsync<AmoCrmRateLimitedException>(() => test.Client.SendAsync(Read));
        Assert.Contains("nothing was sent", exception.Message, StringComparison.Ordinal);
        Assert.Equal(["disposed"], limiter.Permit.Log);
        Assert.Empty(test.Http.Sent);
    }

    private TestClient Client(Action<AmoCrmClientOptions>? configure = null)
    {
        var test = new TestClient(options =>
        {
            options.TimeProvider = _clock;
            options.RateLimit.IsEnabled = true;
            configure?.Invoke(options);
        });
        test.Http.Answers(200, "{}");
        return test;
    }

    private AmoCrmClientOptions Options(Action<AmoCrmClientOptions>? configure = null)
    {
        var options = new AmoCrmClientOptions { TimeProvider = _clock };
        configure?.Invoke(options);
        return options;
    }
}
