namespace AmoCrm.Sdk.Redis.Lanes;

/// <summary>A permit that a lane hands to a request.</summary>
/// <param name="waitedUntil">When the waiting for it ended, as a timestamp; null when it was there at once. Asking is no waiting.</param>
/// <param name="time">The clock.</param>
internal abstract class LanePermit(long? waitedUntil, TimeProvider time) : AmoCrmPermit
{
    private TimeSpan _waited;

    public override TimeSpan Waited => _waited;

    /// <summary>Whoever has it now came at this time.</summary>
    public void Begin(long since) => _waited = waitedUntil > since ? time.GetElapsedTime(since) : TimeSpan.Zero;
}
