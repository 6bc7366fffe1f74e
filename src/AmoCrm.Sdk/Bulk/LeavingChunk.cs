namespace AmoCrm.Sdk.Bulk;

/// <summary>Tells whoever keeps a journal that a chunk leaves: when it has its permit, for what waits in a queue has not been sent and need not be looked for after a crash.</summary>
/// <param name="sending">Who is told; null for nobody.</param>
/// <param name="indexes">The places of its items.</param>
internal sealed class LeavingChunk(Func<IReadOnlyList<long>, ValueTask>? sending, IReadOnlyList<long> indexes)
{
    /// <summary>False: certainly nothing left.</summary>
    public bool MayHaveLeft { get; private set; }

    /// <summary>True when whoever was told threw.</summary>
    public bool HasFailed { get; private set; }

    public async ValueTask AnnounceAsync()
    {
        if (sending is not null)
        {
            HasFailed = true;
            await sending(indexes).ConfigureAwait(false);
            HasFailed = false;
        }

        MayHaveLeft = true;
    }
}
