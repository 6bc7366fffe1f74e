using System.Runtime.InteropServices;
using System.Threading.RateLimiting;

namespace AmoCrm.Sdk.Resilience;

/// <summary>A permit in the hands of an attempt; nothing where there are no limits.</summary>
/// <param name="lease">The permit.</param>
/// <param name="waited">How long it was waited for.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly struct TakenPermit(RateLimitLease? lease, TimeSpan waited) : IDisposable
{
    public RateLimitLease? Lease => lease;

    public TimeSpan Waited => waited;

    /// <summary>True when it had to be waited for: the settings are then read again, for the token may have changed meanwhile.</summary>
    public bool HasWaited => Waited > TimeSpan.Zero;

    /// <summary>The request leaves now.</summary>
    public void RequestLeaves() => (Lease as AmoCrmPermit)?.RequestLeaves();

    public void Dispose() => Lease?.Dispose();
}
