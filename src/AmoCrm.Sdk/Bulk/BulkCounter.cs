namespace AmoCrm.Sdk.Bulk;

/// <summary>Counts items and tells how far it is.</summary>
/// <param name="progress">Who is told; null for nobody.</param>
internal sealed class BulkCounter(IProgress<BulkProgress>? progress)
{
    private readonly SyncRoot _gate = new();
    private readonly long[] _outcomes = new long[4];
    private long _read;
    private long _requests;

    public void Read() => Interlocked.Increment(ref _read);

    public void Done(IReadOnlyList<BulkOutcome> outcomes, int requests)
    {
        // Told under the lock, so that nobody hears of a smaller number after a greater one.
        lock (_gate)
        {
            _requests += requests;
            foreach (var outcome in outcomes)
            {
                _outcomes[(int)outcome.Kind]++;
            }

            progress?.Report(new BulkProgress(
                Interlocked.Read(ref _read),
                _outcomes[(int)BulkOutcomeKind.Succeeded],
                _outcomes[(int)BulkOutcomeKind.Rejected],
                _outcomes[(int)BulkOutcomeKind.Unknown],
                _outcomes[(int)BulkOutcomeKind.NotSent],
                _requests));
        }
    }
}
