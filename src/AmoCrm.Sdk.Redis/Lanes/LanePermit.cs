namespace AmoCrm.Sdk.Redis.Lanes;

/// <summary>A permit that a lane hands to a request.</summary>
/// <param name="waitedUntil">When the waiting for it ended, as a timestamp; null when it was there at once. Asking is no waiting.</param>
internal abstract class LanePermit(long? waitedUntil) : AmoCrmPermit
{
    private TimeSpan _waited;

    public override TimeSpan Waited => _waited;

    public long? WaitedUntil => waitedUntil;

    /// <summary>It has its holder, who waited so long.</summary>
    public void Begin(TimeSpan waited) => _waited = waited;
}
