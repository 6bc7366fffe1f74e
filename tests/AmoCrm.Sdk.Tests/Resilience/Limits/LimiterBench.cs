using System.Threading.RateLimiting;
using Microsoft.Extensions.Time.Testing;

namespace AmoCrm.Sdk.Tests.Resilience.Limits;

/// <summary>A limiter with the clock in a test's hands.</summary>
internal sealed class LimiterBench : IDisposable
{
    public static readonly TimeSpan Window = TimeSpan.FromMilliseconds(1030);

    public LimiterBench(int integration = 7, int account = 50)
    {
        Limiter = new AmoCrmRateLimiter(
            new AmoCrmRateLimitOptions { RequestsPerWindow = integration, AccountRequestsPerWindow = account, Window = Window }, Clock);
    }

    public FakeTimeProvider Clock { get; } = new();

    public AmoCrmRateLimiter Limiter { get; }

    public RateLimiter Lane(string clientId = "a", AmoCrmPriority priority = AmoCrmPriority.Interactive, string host = "mycompany.amocrm.ru") =>
        Limiter.GetLimiter(new AmoCrmRateLimitKey(host, clientId, priority));

    public RateLimiter Bulk(string clientId = "a") => Lane(clientId, AmoCrmPriority.Bulk);

    /// <summary>Takes a permit that has to be there, and lets its request leave.</summary>
    public static AmoCrmPermit Leave(RateLimiter lane)
    {
        var permit = Take(lane);
        permit.RequestLeaves();
        return permit;
    }

    /// <summary>Takes permits that have to be there, and lets their requests leave.</summary>
    public static void Leave(RateLimiter lane, int count)
    {
        for (var i = 0; i < count; i++)
        {
            Leave(lane).Dispose();
        }
    }

    /// <summary>Takes a permit that has to be there.</summary>
    public static AmoCrmPermit Take(RateLimiter lane)
    {
        var lease = lane.AttemptAcquire();
        Assert.True(lease.IsAcquired);
        return Assert.IsType<AmoCrmPermit>(lease, exactMatch: false);
    }

    /// <summary>Waits in a queue.</summary>
    public static Task<RateLimitLease> Wait(RateLimiter lane, CancellationToken cancellationToken = default) => lane.AcquireAsync(1, cancellationToken).AsTask();

    /// <summary>How many permits there are at the moment. They are given back.</summary>
    public static int Free(RateLimiter lane)
    {
        var taken = new List<RateLimitLease>();
        while (lane.AttemptAcquire() is { IsAcquired: true } lease)
        {
            taken.Add(lease);
        }

        taken.ForEach(static lease => lease.Dispose());
        return taken.Count;
    }

    public void Advance(double milliseconds) => Clock.Advance(TimeSpan.FromMilliseconds(milliseconds));

    public void Dispose() => Limiter.Dispose();
}
