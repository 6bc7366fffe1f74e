using System.Threading.RateLimiting;

namespace AmoCrm.Sdk.Redis.Lanes;

/// <summary>A permit of this process's own share.</summary>
/// <param name="lease">What the limiter in the process gave.</param>
/// <param name="waitedUntil">When the waiting for it ended; null when it was there at once.</param>
internal sealed class LocalPermit(RateLimitLease lease, long? waitedUntil) : LanePermit(waitedUntil)
{
    public override void RequestLeaves() => ((AmoCrmPermit)lease).RequestLeaves();

    protected override void Dispose(bool disposing)
    {
        lease.Dispose();
        base.Dispose(disposing);
    }
}
