using System.Threading.RateLimiting;

namespace AmoCrm.Sdk.Redis.Lanes;

/// <summary>A request in a queue of this process.</summary>
/// <param name="lane">The queue.</param>
/// <param name="since">When it came, as a timestamp.</param>
internal sealed class LaneWaiter(Lane lane, long since)
    // Whoever waits goes on elsewhere: the lane has others to serve.
    : TaskCompletionSource<RateLimitLease>(TaskCreationOptions.RunContinuationsAsynchronously)
{
    public long Since => since;

    /// <summary>The place in the queue; null when it has left it.</summary>
    public LinkedListNode<LaneWaiter>? Node { get; set; }

    /// <summary>What takes it out of the queue when the caller gives up.</summary>
    public CancellationTokenRegistration Cancellation { get; set; }

    /// <summary>The caller waits no longer.</summary>
    public void GiveUp(CancellationToken cancellationToken) => lane.GiveUp(this, cancellationToken);
}
