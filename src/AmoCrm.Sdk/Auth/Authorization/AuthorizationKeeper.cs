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
    /// <summary>Writes the pair, again and again for as long as a call may take: nobody else knows it. But somebody waits before a browser, and can begin again.</summary>
    /// <param name="agentId">The agent.</param>
    /// <param name="record">What was read last.</param>
    /// <param name="host">The account that the pair is for.</param>
    /// <param name="answer">The pair.</param>
    /// <exception cref="AmoCrmAuthorizationException">The store could not keep it.</exception>
    public async Task KeepAsync(string agentId, AmoCrmTokenRecord record, AccountHost host, TokenAnswer answer)
    {
        var started = options.TimeProvider.GetTimestamp();
        var isLate = false;
        await new StubbornTokenWrite(store, agentId, options.TimeProvider).RunAsync(
            record,
            current => InPlace(current, host, answer),
            current => IsThere(current, answer),
            failure =>
            {
                if (failure is not null && !isLate)
                {
                    isLate = true;
                    AuthLog.AuthorizationNotKeptYet(logger, agentId);
                }

                if (options.TimeProvider.GetElapsedTime(started) >= options.TotalTimeout)
                {
                    AuthLog.AuthorizationNotKept(logger, agentId);
                    throw AuthorizationErrors.TokensNotKept(agentId, options.TotalTimeout, failure);
                }
            }).ConfigureAwait(false);
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
}
