namespace AmoCrm.Sdk;

/// <summary>How far a bulk write is.</summary>
/// <param name="Read">Items that were taken from what was given.</param>
/// <param name="Succeeded">Items that amoCRM carried out.</param>
/// <param name="Rejected">Items that were refused.</param>
/// <param name="Unknown">Items of which nobody knows whether they were carried out.</param>
/// <param name="NotSent">Items that were not carried out for a reason that is not their own.</param>
/// <param name="Requests">Requests that were answered or lost, repetitions of the transport not counted.</param>
public sealed record BulkProgress(long Read, long Succeeded, long Rejected, long Unknown, long NotSent, long Requests)
{
    /// <summary>Items whose outcome is known.</summary>
    public long Done => Succeeded + Rejected + Unknown + NotSent;
}
