using System.Globalization;

namespace AmoCrm.Sdk.Auth.Refresh;

/// <summary>The lease of one refresh: taken by compare-and-set on the agent's record, judged by the store's clock, and never used for longer than a third of it.</summary>
/// <param name="context">What refreshes share.</param>
/// <param name="agentId">The agent.</param>
internal sealed class TokenLeasing(TokenRefreshContext context, string agentId)
{
    private const int MostAttempts = 20;

    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(250);

    private long _takenAt;

    /// <summary>Who takes it: this run and no other, of whatever process.</summary>
    public string Owner { get; } = $"{Environment.MachineName}:{Environment.ProcessId.ToString(CultureInfo.InvariantCulture)}:{Guid.NewGuid():N}";

    /// <summary>What is left of the time in which a refresh token may be sent and answered.</summary>
    public TimeSpan TimeLeft => context.SpendingLimit - context.Time.GetElapsedTime(_takenAt);

    /// <summary>Reads the record and takes the lease; waits while somebody else has it.</summary>
    /// <param name="isSettled">Tells from a record that there is nothing left to do.</param>
    /// <returns>The record as it is inside the lease; or, without the lease, the record by which everything is settled.</returns>
    /// <exception cref="AmoCrmSettingsStoreException">What the store takes it does not show again.</exception>
    public async Task<(AmoCrmTokenRecord Record, bool IsTaken)> TakeAsync(Func<AmoCrmTokenRecord, bool> isSettled)
    {
        var held = new HeldLease(context.Time, context.Options.TokenRefresh.LeaseDuration);
        for (var attempts = 0; attempts < MostAttempts;)
        {
            // Before the reading, so that this clock is never behind the one by which the lease ends.
            var started = context.Time.GetTimestamp();
            var record = await context.Store.ReadTokensAsync(agentId, CancellationToken.None).ConfigureAwait(false);
            await context.ReachAsync(TokenRefreshPoint.RecordRead).ConfigureAwait(false);
            if (isSettled(record))
            {
                return (record, false);
            }

            if (record.Notes.Lease is { } lease && lease.Owner != Owner && held.IsHeld(lease, record.ReadAt))
            {
                if (held.IsFirstLook)
                {
                    AuthLog.Waiting(context.Logger, agentId);
                }

                await PauseAsync(lease.Until - record.ReadAt).ConfigureAwait(false);
                continue;
            }

            if (RestOf(record) is { Ticks: > 0 } rest)
            {
                await PauseAsync(rest).ConfigureAwait(false);
                continue;
            }

            var mine = new AmoCrmTokenLease(Owner, record.ReadAt + context.Options.TokenRefresh.LeaseDuration);
            var isTaken = await context.Store.TryWriteTokensAsync(agentId, record, record with { Notes = record.Notes with { Lease = mine } }, CancellationToken.None).ConfigureAwait(false);
            await context.ReachAsync(TokenRefreshPoint.LeaseTaken).ConfigureAwait(false);
            var inside = await context.Store.ReadTokensAsync(agentId, CancellationToken.None).ConfigureAwait(false);
            await context.ReachAsync(TokenRefreshPoint.RecordReadInLease).ConfigureAwait(false);

            // A driver that repeats a writing may say "no" to what it has written itself: the record tells.
            if (inside.Notes.Lease?.Owner == Owner && inside.Notes.Lease.Until > inside.ReadAt)
            {
                _takenAt = started;
                return (inside, true);
            }

            attempts += isTaken ? 1 : 0;
            await PauseAsync(LongestPause).ConfigureAwait(false);
        }

        throw AuthErrors.LeaseNotShown(agentId, context.Store);
    }

    /// <summary>Writes notes under the lease.</summary>
    /// <returns>The record as it is now; null when somebody else changed it meanwhile, and everything has to be looked at anew.</returns>
    public async Task<AmoCrmTokenRecord?> NoteAsync(AmoCrmTokenRecord record, Func<AmoCrmTokenNotes, AmoCrmTokenNotes> change)
    {
        var updated = record with { Notes = change(record.Notes) };
        await context.Store.TryWriteTokensAsync(agentId, record, updated, CancellationToken.None).ConfigureAwait(false);
        var now = await context.Store.ReadTokensAsync(agentId, CancellationToken.None).ConfigureAwait(false);
        return now.Settings.RefreshToken == updated.Settings.RefreshToken
            && now.Notes.Lease?.Owner == updated.Notes.Lease?.Owner
            && IsSame(now.Notes.Spending, updated.Notes.Spending)
                ? now
                : null;
    }

    /// <summary>Changes the record as long as the note about the spending is this run's; others may write beside it meanwhile.</summary>
    /// <param name="change">What the record becomes.</param>
    /// <returns>True when it was changed; false when somebody else has taken matters into their hands.</returns>
    public async Task<bool> SettleAsync(Func<AmoCrmTokenRecord, AmoCrmTokenRecord> change)
    {
        for (var attempt = 0; attempt < MostAttempts; attempt++)
        {
            var record = await context.Store.ReadTokensAsync(agentId, CancellationToken.None).ConfigureAwait(false);
            if (record.Notes.Spending?.Owner != Owner)
            {
                // Also when a writing that was denied was there after all: then the note is gone with it.
                return attempt > 0 && IsSame(record.Notes.Spending, change(record).Notes.Spending);
            }

            var updated = change(record);
            if (await context.Store.TryWriteTokensAsync(agentId, record, updated, CancellationToken.None).ConfigureAwait(false))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Gives the lease back, so that nobody waits for its end. If that fails it ends by itself.</summary>
    public async Task ReleaseAsync()
    {
        try
        {
            var record = await context.Store.ReadTokensAsync(agentId, CancellationToken.None).ConfigureAwait(false);
            if (record.Notes.Lease?.Owner == Owner)
            {
                await context.Store.TryWriteTokensAsync(agentId, record, record with { Notes = record.Notes with { Lease = null } }, CancellationToken.None).ConfigureAwait(false);
            }
        }
        catch (AmoCrmException exception)
        {
            AuthLog.LeaseNotReleased(context.Logger, agentId, exception.ErrorCode);
        }
    }

    private TimeSpan RestOf(AmoCrmTokenRecord record) =>
        AmoCrmAuthorizationStates.SpendingOf(record) is { State: AmoCrmSpendingState.OutcomeUnknown } lost && lost.At <= record.ReadAt
            ? lost.At + context.Spacing - record.ReadAt
            : TimeSpan.Zero;

    // Stores keep times less exactly than .NET does.
    private static bool IsSame(AmoCrmTokenSpending? left, AmoCrmTokenSpending? right) => left is null || right is null ? left == right : left with { At = right.At } == right;

    // Not all at the same moment, and not longer than there is something to wait for.
    private Task PauseAsync(TimeSpan atMost)
    {
        var pause = LongestPause * (0.5 + (Random.Shared.NextDouble() / 2));
        return Task.Delay(pause < atMost ? pause : atMost, context.Time);
    }
}
