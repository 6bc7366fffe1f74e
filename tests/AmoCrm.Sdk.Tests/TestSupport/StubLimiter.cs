using System.Threading.RateLimiting;

namespace AmoCrm.Sdk.Tests.TestSupport;

/// <summary>A limiter of the user's own: notes what it was asked for, and waits as the test says.</summary>
/// <param name="wait">What it does before it gives a permit; null for nothing.</param>
internal sealed class StubLimiter(Func<CancellationToken, Task>? wait = null) : PartitionedRateLimiter<AmoCrmRateLimitKey>
{
    public List<AmoCrmRateLimitKey> Keys { get; } = [];

    public StubPermit Permit { get; init; } = new();

    public override RateLimiterStatistics? GetStatistics(AmoCrmRateLimitKey resource) => null;

    protected override RateLimitLease AttemptAcquireCore(AmoCrmRateLimitKey resource, int permitCount) => throw new NotSupportedException();

    protected override async ValueTask<RateLimitLease> AcquireAsyncCore(AmoCrmRateLimitKey resource, int permitCount, CancellationToken cancellationToken)
    {
        Keys.Add(resource);
        if (wait is not null)
        {
            await wait(cancellationToken);
        }

        return Permit;
    }
}
