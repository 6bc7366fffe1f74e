namespace AmoCrm.Sdk.Auth;

/// <summary>Writes a pair that only this process knows, again and again, until the record shows that it is there.</summary>
/// <param name="store">Where tokens are kept.</param>
/// <param name="agentId">The agent.</param>
/// <param name="time">The clock.</param>
internal sealed class StubbornTokenWrite(IAmoCrmTokenStore store, string agentId, TimeProvider time)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(2);

    /// <summary>Writes until it is there.</summary>
    /// <param name="record">The record as it was read last.</param>
    /// <param name="change">What it becomes, of what it is just now.</param>
    /// <param name="isThere">Whether a record shows it.</param>
    /// <param name="missed">Told after each attempt that did not do it, with what the store threw, or null when somebody else was faster. What it throws ends the attempts.</param>
    /// <returns>The record that shows it.</returns>
    public async Task<AmoCrmTokenRecord> RunAsync(
        AmoCrmTokenRecord record, Func<AmoCrmTokenRecord, AmoCrmTokenRecord> change, Func<AmoCrmTokenRecord, bool> isThere, Action<Exception?> missed)
    {
        var current = record;
        for (var attempt = 1; ; attempt++)
        {
            Exception? failure = null;
            try
            {
                await store.TryWriteTokensAsync(agentId, current, change(current), CancellationToken.None).ConfigureAwait(false);

                // Read whatever was answered: a writing that was repeated on the way may be denied though it is there.
                current = await store.ReadTokensAsync(agentId, CancellationToken.None).ConfigureAwait(false);
                if (isThere(current))
                {
                    return current;
                }
            }
#pragma warning disable CA1031 // Whatever a store throws, this process is the only one that knows the pair.
            catch (Exception exception) when (exception is not ObjectDisposedException)
#pragma warning restore CA1031
            {
                failure = exception;
            }

            missed(failure);
            if (failure is null && attempt % 8 != 0)
            {
                // Somebody was faster, and what they wrote has just been read.
                continue;
            }

            await Task.Delay(PauseAfter(attempt), time).ConfigureAwait(false);
            current = await ReadAgainAsync(current).ConfigureAwait(false);
            if (isThere(current))
            {
                return current;
            }
        }
    }

    private async Task<AmoCrmTokenRecord> ReadAgainAsync(AmoCrmTokenRecord last)
    {
        try
        {
            return await store.ReadTokensAsync(agentId, CancellationToken.None).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // The next writing fails like this reading, and it is tried again.
        catch (Exception)
#pragma warning restore CA1031
        {
            return last;
        }
    }

    private static TimeSpan PauseAfter(int attempt)
    {
        var pause = FirstPause * Math.Pow(2, Math.Min(attempt - 1, 10));
        return pause < LongestPause ? pause : LongestPause;
    }
}
