using System.Diagnostics.CodeAnalysis;
using System.Threading.RateLimiting;

namespace AmoCrm.Sdk;

/// <summary>
/// A permit for one request, as limiters of this SDK give it. It counts from the moment the request leaves: a connection that takes long to be made must not bring two windows' requests
/// to amoCRM in the same second. Dispose of it once, when the attempt is over; one whose request never left is given back whole.
/// </summary>
public abstract class AmoCrmPermit : RateLimitLease
{
    /// <summary>How long it was waited for; zero when it was there at once.</summary>
    public static MetadataName<TimeSpan> WaitedMetadata { get; } = new("AmoCrm.Sdk.Waited");

    private static readonly string[] Names = [WaitedMetadata.Name];

    /// <inheritdoc/>
    public override bool IsAcquired => true;

    /// <inheritdoc/>
    public override IEnumerable<string> MetadataNames => Names;

    /// <summary>How long it was waited for; zero when it was there at once.</summary>
    public abstract TimeSpan Waited { get; }

    /// <summary>The request leaves now: the permit's window begins. Called again, it begins anew.</summary>
    public abstract void RequestLeaves();

    /// <inheritdoc/>
    public override bool TryGetMetadata(string metadataName, [NotNullWhen(true)] out object? metadata)
    {
        metadata = metadataName == WaitedMetadata.Name ? Waited : null;
        return metadata is not null;
    }
}
