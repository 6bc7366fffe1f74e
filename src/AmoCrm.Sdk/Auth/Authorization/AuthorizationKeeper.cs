using Microsoft.Extensions.Logging;

namespace AmoCrm.Sdk.Auth.Authorization;

/// <summary>
/// Puts the tokens of a new authorisation into the store. A person has just granted them, so they take the place of whatever is there; a refresh that is under way finds
/// that somebody was faster and keeps its own pair aside.
/// </summary>
/// <param name="options">The options.</param>
/// <param name="store">Where tokens are kept.</param>
/// <param name="logger">Where messages about tokens go.</param>
internal sealed class AuthorizationKeeper(AmoCrmClientOptions options, IAmoCrmTokenStore store, ILogger logger)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(2);

    /// <summary>Writes the pair, again and again for as long as a call may take: nobody else knows it. But somebody waits before a browser, and can begin again.</summary>
    /// <param name="agentId">The agent.</param>
    /// <param name="record">What was read last.</param>
    /// <param name="host">The account that the pair is for.</param>
    /// <param name="answer">The pair.</param>
    /// <exception cref="AmoCrmAuthorizationException">The store could not keep it.</exception>
    public async Task KeepAsync(string agentId, AmoCrmTokenRecord record, AccountHost host, TokenAnswer answer)
    {
        var started = options.TimeProvider.GetTimestamp();
        var current = record;
        for (var attempt = 1; ; attempt++)
        {
            Exception? failure = null;
            try
            {
                await store.TryWriteTokensAsync(agentId, current, InPlace(current, host, answer), CancellationToken.None).ConfigureAwait(false);

                // Read whatever was answered: a writing that was repeated on the way may be denied though it is there.
                current = await store.ReadTokensAsync(agentId, CancellationToken.None).ConfigureAwait(false);
                if (IsThere(current, answer))
                {
                    return;
                }
            }
#pragma warning disable CA1031 // Whatever a store throws, this process is the only one that knows the pair.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                failure = exception;
                AuthLog.AuthorizationNotKeptYet(logger, agentId);
            }

            if (options.TimeProvider.GetElapsedTime(started) >= options.TotalTimeout)
            {
                AuthLog.AuthorizationNotKept(logger, agentId);
                throw AuthorizationErrors.TokensNotKept(agentId, options.TotalTimeout, failure);
            }

            await Task.Delay(PauseAfter(attempt), options.TimeProvider).ConfigureAwait(false);
            current = failure is null ? current : await ReadAgainAsync(agentId, current).ConfigureAwait(false);
        }
    }

    // A client may have found it, and refreshed it, before a writing without an answer was looked at.
    private static bool IsThere(AmoCrmTokenRecord record, TokenAnswer answer) =>
        record.Settings.RefreshToken == answer.RefreshToken || record.Notes.Previous?.RefreshToken == answer.RefreshToken;

    private static AmoCrmTokenRecord InPlace(AmoCrmTokenRecord record, AccountHost host, TokenAnswer answer)
    {
        var before = record.Settings;
        var isSameAccount = AccountHost.TryParse(before.Subdomain, before.Domain, out var hostBefore) && hostBefore == host;
        var settings = before with { AccessToken = answer.AccessToken, RefreshToken = answer.RefreshToken };
        return record with
        {
            // As it is spelt there, if it says the same: other software reads it too.
            Settings = isSameAccount
                ? settings
                : settings with { Subdomain = host.Subdomain, Domain = host.Domain == AccountHost.DefaultDomain ? null : host.Domain },
            Notes = record.Notes with
            {
                Lease = null,
                Spending = null,
                Previous = before.AccessToken is null && before.RefreshToken is null ? null : new AmoCrmTokenPair(before.AccessToken, before.RefreshToken, record.ReadAt),

                // A pair of another account must never take the place of one of this account.
                Aside = isSameAccount ? record.Notes.Aside : [],
                RefreshedAt = record.ReadAt,
            },
        };
    }

    private async Task<AmoCrmTokenRecord> ReadAgainAsync(string agentId, AmoCrmTokenRecord last)
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
