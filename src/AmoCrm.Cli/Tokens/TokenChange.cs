using AmoCrm.Cli.Connection;
using AmoCrm.Sdk;

namespace AmoCrm.Cli.Tokens;

/// <summary>Changes an agent's settings without getting in the way of a process that refreshes its tokens.</summary>
internal static class TokenChange
{
    private const int Attempts = 5;

    /// <summary>Changes settings and notes by compare-and-set.</summary>
    /// <param name="opened">The store.</param>
    /// <param name="agent">The agent.</param>
    /// <param name="change">Makes the new record of the one that is there; null for no change.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <returns>Whether something was written.</returns>
    /// <exception cref="CliFailureException">Somebody is refreshing the tokens, or writes as often as this does.</exception>
    public static async Task<bool> TryAsync(
        OpenStore opened, string agent, Func<AmoCrmTokenRecord, AmoCrmTokenRecord?> change, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var expected = await ReadAsync(opened, agent, cancellationToken).ConfigureAwait(false);
            if (change(expected) is not { } updated)
            {
                return false;
            }

            if (await opened.Store.TryWriteTokensAsync(agent, expected, updated, cancellationToken).ConfigureAwait(false))
            {
                return true;
            }
        }

        throw Busy(opened, agent);
    }

    /// <summary>Reads the record at a time when nobody refreshes the tokens: whoever does is about to write a pair that must not be overwritten by the one before.</summary>
    /// <exception cref="CliFailureException">Somebody is refreshing them.</exception>
    public static async Task<AmoCrmTokenRecord> ReadAsync(OpenStore opened, string agent, CancellationToken cancellationToken)
    {
        var record = await opened.Store.ReadTokensAsync(agent, cancellationToken).ConfigureAwait(false);
        return record.Notes.Lease is { } lease && lease.Until > record.ReadAt ? throw Busy(opened, agent) : record;
    }

    private static CliFailureException Busy(OpenStore opened, string agent) =>
        new($"The tokens of agent '{agent}' in {opened.Place} are being refreshed just now. Nothing was changed: try again in a minute.");
}
