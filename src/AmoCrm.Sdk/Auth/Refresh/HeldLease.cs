namespace AmoCrm.Sdk.Auth.Refresh;

/// <summary>Judges whether somebody else's lease still holds.</summary>
/// <param name="time">This machine's clock, for leases that the store's clock cannot judge.</param>
/// <param name="duration">How long a lease lasts.</param>
internal sealed class HeldLease(TimeProvider time, TimeSpan duration)
{
    // Longer than any lease may be: the store's clock was set back since it was taken (a machine that had booted in another year, with its settings in a file).
    private static readonly TimeSpan Impossible = TimeSpan.FromMinutes(10);

    private AmoCrmTokenLease? _seen;
    private long _since;

    /// <summary>Whether the lease that was judged last was met for the first time.</summary>
    public bool IsFirstLook { get; private set; }

    public bool IsHeld(AmoCrmTokenLease lease, DateTimeOffset now)
    {
        IsFirstLook = lease != _seen;
        if (IsFirstLook)
        {
            _seen = lease;
            _since = time.GetTimestamp();
        }

        return lease.Until > now && (lease.Until - now <= Impossible || time.GetElapsedTime(_since) < duration);
    }
}
