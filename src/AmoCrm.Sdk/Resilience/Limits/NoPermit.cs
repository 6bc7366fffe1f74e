using System.Threading.RateLimiting;

namespace AmoCrm.Sdk.Resilience;

/// <summary>The answer to whoever asks without wanting to wait, or for no permit at all.</summary>
internal sealed class NoPermit(bool isAcquired) : RateLimitLease
{
    public static NoPermit Available { get; } = new(isAcquired: true);

    public static NoPermit Refused { get; } = new(isAcquired: false);

    public override bool IsAcquired => isAcquired;

    public override IEnumerable<string> MetadataNames => [];

    public override bool TryGetMetadata(string metadataName, out object? metadata)
    {
        metadata = null;
        return false;
    }
}
