using System.Threading.RateLimiting;

namespace AmoCrm.Sdk.Tests.Resilience.Limits;

public sealed class LimiterAllocationTests
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(200);

    [Theory]
    [InlineData(AmoCrmPriority.Interactive)]
    [InlineData(AmoCrmPriority.Bulk)]
    public void A_request_that_does_not_wait_allocates_nothing(AmoCrmPriority priority)
    {
        // A clock of its own: FakeTimeProvider allocates when it moves.
        var clock = new HandClock();
        using var limiter = new AmoCrmRateLimiter(timeProvider: clock);
        var key = new AmoCrmRateLimitKey("mycompany.amocrm.ru", "a", priority);
        Cycle(100);

        var before = GC.GetAllocatedBytesForCurrentThread();
        Cycle(10_000);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void Cycle(int count)
        {
            for (var i = 0; i < count; i++)
            {
                var taking = limiter.AcquireAsync(key);
                if (!taking.IsCompletedSuccessfully)
                {
                    throw new InvalidOperationException("It had to wait.");
                }

                var permit = (AmoCrmPermit)taking.GetAwaiter().GetResult();
                permit.RequestLeaves();
                permit.Dispose();
                clock.Advance(Step);
            }
        }
    }

    [Fact]
    public void Nor_does_whoever_is_refused()
    {
        using var bench = new LimiterBench(integration: 1);
        var lane = bench.Lane();
        LimiterBench.Leave(lane, 1);
        Refuse(lane, 10);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Refuse(lane, 1000);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static void Refuse(RateLimiter lane, int count)
    {
        for (var i = 0; i < count; i++)
        {
            if (lane.AttemptAcquire().IsAcquired)
            {
                throw new InvalidOperationException("There was a permit.");
            }
        }
    }
}
