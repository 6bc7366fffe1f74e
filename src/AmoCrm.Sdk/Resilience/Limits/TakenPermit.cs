using System.Runtime.InteropServices;
using System.Threading.RateLimiting;

namespace AmoCrm.Sdk.Resilience;

/// <summary>A permit in the hands of an attempt; nothing where there are no limits.</summary>
/// <param name="Lease">The permit.</param>
/// <param name="Waited">How long it was waited for.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TakenPermit(RateLimitLease? Lease, TimeSpan Waited) : IDisposable
{
    /// <summary>True when it had to be waited for: the settings are then read again, for the token may have changed meanwhile.</summary>
    public bool HasWaited => Waited > TimeSpan.Zero;

    /// <summary>The request leaves now.</summary>
    public void RequestLeaves() => (Lease as AmoCrmPermit)?.RequestLeaves();

    public void Dispose() => Lease?.Dispose();
}
