using System.Threading.RateLimiting;

namespace AmoCrm.Sdk.Resilience;

/// <summary>The queue of one integration for one priority. The windows it draws from are the account's.</summary>
/// <param name="account">The account's window.</param>
/// <param name="integration">The integration's.</param>
/// <param name="priority">Which queue this is.</param>
internal sealed class SlidingWindowLane(AccountWindow account, IntegrationWindow integration, AmoCrmPriority priority) : RateLimiter
{
    /// <summary>Who waits, the longest first. Only under the account's lock.</summary>
    public LinkedList<PermitWaiter> Waiters { get; } = new();

    public IntegrationWindow Integration => integration;

    public AmoCrmPriority Priority => priority;

    /// <summary>The integration's other lane counts too: nobody would know that this one is idle for ever.</summary>
    public override TimeSpan? IdleDuration => null;

    /// <summary>How many permits it has given. Only under the account's lock, as the next one.</summary>
    public long Granted { get; set; }

    /// <summary>How often somebody who would not wait got none.</summary>
    public long Refused { get; set; }

    public override RateLimiterStatistics GetStatistics() => account.StatisticsOf(this);

    protected override RateLimitLease AttemptAcquireCore(int permitCount)
    {
        One(permitCount);
        if (permitCount == 0)
        {
            return account.AvailableTo(this) > 0 ? NoPermit.Available : NoPermit.Refused;
        }

        return account.TryTake(this) is { } permit ? permit : NoPermit.Refused;
    }

    protected override ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken)
    {
        One(permitCount);
        if (permitCount == 0)
        {
            return ValueTask.FromResult<RateLimitLease>(account.AvailableTo(this) > 0 ? NoPermit.Available : NoPermit.Refused);
        }

        // Asked before, so that somebody who has gone already takes no permit from those who wait.
        return cancellationToken.IsCancellationRequested ? ValueTask.FromCanceled<RateLimitLease>(cancellationToken) : account.TakeAsync(this, cancellationToken);
    }

    private static void One(int permitCount)
    {
        if (permitCount > 1)
        {
            throw new ArgumentOutOfRangeException(nameof(permitCount), permitCount, "A request takes one permit.");
        }
    }
}
