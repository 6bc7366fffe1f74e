using System.Threading.RateLimiting;

namespace AmoCrm.Sdk.Resilience;

/// <summary>A request in a queue.</summary>
/// <param name="lane">The queue.</param>
/// <param name="number">The order of arrival, over all queues of the account.</param>
/// <param name="since">When it came, on the account's clock.</param>
internal sealed class PermitWaiter(SlidingWindowLane lane, long number, long since)
    // Whoever waits goes on elsewhere: the limiter is locked when the permit is given.
    : TaskCompletionSource<RateLimitLease>(TaskCreationOptions.RunContinuationsAsynchronously)
{
    public SlidingWindowLane Lane => lane;

    public long Number => number;

    public long Since => since;

    /// <summary>The place in the queue; null when it has left it.</summary>
    public LinkedListNode<PermitWaiter>? Node { get; set; }

    /// <summary>What takes it out of the queue when the caller gives up.</summary>
    public CancellationTokenRegistration Cancellation { get; set; }

    /// <summary>The caller waits no longer.</summary>
    public void GiveUp(CancellationToken cancellationToken) => lane.Integration.Account.GiveUp(this, cancellationToken);
}
