namespace AmoCrm.Sdk.Auth.Refresh;

/// <summary>What is done when amoCRM refuses a refresh token: it may be spent, the account may have another name, or something of the integration may be wrong.</summary>
/// <param name="context">What refreshes share.</param>
/// <param name="agentId">The agent.</param>
/// <param name="lease">The lease under which it was spent.</param>
internal sealed class TokenRefusalHandling(TokenRefreshContext context, string agentId, TokenLeasing lease)
{
    private const int MostAttempts = 20;

    private readonly AccountSearch _search = new(context);

    /// <summary>Does what can be done.</summary>
    /// <param name="record">The record under which it was spent.</param>
    /// <param name="before">What was noted before that.</param>
    /// <param name="response">The refusal.</param>
    /// <returns>When there is something else to try: look at everything anew.</returns>
    /// <exception cref="AmoCrmException">There is not.</exception>
    public async Task HandleAsync(AmoCrmTokenRecord record, AmoCrmTokenSpending? before, AmoCrmResponse response)
    {
        if (response.StatusCode is not (400 or 401 or 404 or (>= 300 and < 400)))
        {
            // Too many requests, a block page, an unpaid account: the token was not looked at.
            throw await NotSpentAsync(before, AmoCrmErrors.From(response, OAuthEndpoint.RefreshHandler)).ConfigureAwait(false);
        }

        var host = record.Settings.GetHost(agentId);
        var error = AmoCrmErrors.Describe(response, OAuthEndpoint.RefreshHandler);
        var (result, found) = await _search.FindAsync(record.Settings, context.SpendingLimit).ConfigureAwait(false);
        if (result == AccountSearchResult.Found && found != host)
        {
            await RenameAsync(found!, before).ConfigureAwait(false);
        }
        else if (MistakeOf(host, error, result) is { } mistake)
        {
            throw await NotSpentAsync(before, mistake).ConfigureAwait(false);
        }
        else
        {
            await DeadAsync(record, error).ConfigureAwait(false);
        }
    }

    /// <summary>After an answer was lost: asks what became of the token, without spending it.</summary>
    /// <param name="record">The record, under the lease.</param>
    /// <param name="limit">How long it may take.</param>
    /// <returns>True when the token lives, so that it is as good as one that was never sent; null when nobody could say; false when it is spent and another pair took its place.</returns>
    /// <exception cref="AmoCrmReauthorizationRequiredException">It is spent, and there is no other pair.</exception>
    public async Task<bool?> AskAsync(AmoCrmTokenRecord record, TimeSpan limit)
    {
        var (result, _) = await _search.FindAsync(record.Settings, limit).ConfigureAwait(false);
        if (result == AccountSearchResult.TokenRefused)
        {
            await DeadAsync(record, error: null).ConfigureAwait(false);
            return false;
        }

        return result == AccountSearchResult.Found ? true : null;
    }

    /// <summary>The refresh token is of no use: takes what somebody wrote meanwhile, or what is kept aside.</summary>
    /// <returns>When there is another pair.</returns>
    /// <exception cref="AmoCrmReauthorizationRequiredException">There is none: that is noted, and everybody is told.</exception>
    public async Task DeadAsync(AmoCrmTokenRecord record, AmoCrmApiError? error)
    {
        for (var attempt = 0; attempt < MostAttempts; attempt++)
        {
            var now = await context.Store.ReadTokensAsync(agentId, CancellationToken.None).ConfigureAwait(false);
            if (now.Settings.RefreshToken != record.Settings.RefreshToken)
            {
                // Somebody wrote another pair while this one was refused.
                return;
            }

            var kept = now.Notes.Aside.LastOrDefault(pair => IsOfSameGrant(pair, now.Settings));
            if (!await context.Store.TryWriteTokensAsync(agentId, now, kept is null ? Refused(now) : Promoted(now, kept), CancellationToken.None).ConfigureAwait(false))
            {
                continue;
            }

            if (kept is not null)
            {
                AuthLog.TakenFromAside(context.Logger, agentId);
                return;
            }

            context.Signal(agentId, AmoCrmAuthorizationState.ReauthorizationRequired);
            throw AuthErrors.ReauthorizationRequired(agentId, error);
        }

        throw AuthErrors.LeaseNotShown(agentId, context.Store);
    }

    private AmoCrmConfigurationException? MistakeOf(AccountHost host, AmoCrmApiError error, AccountSearchResult result) => result switch
    {
        AccountSearchResult.TokenRefused => null,
        AccountSearchResult.Found => AuthErrors.WrongClient(agentId, host),
        _ when error.Hint?.Contains("revoked", StringComparison.OrdinalIgnoreCase) == true => null,

        // 101: amoCRM knows no account of this name (https://www.amocrm.ru/developers/content/crm_platform/error-codes).
        _ when error.StatusCode is 404 or (>= 300 and < 400) || error.LegacyCode == 101 => AuthErrors.WrongHost(agentId, host, error.StatusCode),

        // "Incorrect client" comes with the same status as "Token has been revoked", and nothing is lost by it.
        _ when error.StatusCode == 400 || error.Hint?.Contains("client", StringComparison.OrdinalIgnoreCase) == true => AuthErrors.WrongClient(agentId, host),
        _ => null,
    };

    private async Task RenameAsync(AccountHost host, AmoCrmTokenSpending? before)
    {
        var isNoted = await lease.SettleAsync(record => record with
        {
            Settings = record.Settings with { Subdomain = host.Subdomain, Domain = host.Domain == AccountHost.DefaultDomain ? null : host.Domain },
            Notes = record.Notes with { Spending = before },
        }).ConfigureAwait(false);
        if (isNoted)
        {
            AuthLog.Renamed(context.Logger, agentId, host.Value);
        }
    }

    private async Task<AmoCrmException> NotSpentAsync(AmoCrmTokenSpending? before, AmoCrmException exception)
    {
        try
        {
            await lease.SettleAsync(record => record with { Notes = record.Notes with { Spending = before } }).ConfigureAwait(false);
        }
        catch (AmoCrmException noteFailure)
        {
            // What amoCRM said is what the caller has to know. The note stays, on the safe side.
            AuthLog.NoteNotWritten(context.Logger, agentId, noteFailure.ErrorCode);
        }

        return exception;
    }

    private AmoCrmTokenRecord Refused(AmoCrmTokenRecord record) => record with
    {
        Notes = record.Notes with
        {
            Lease = null,
            Spending = new AmoCrmTokenSpending(
                TokenFingerprint.Of(record.Settings), lease.Owner, record.ReadAt, AmoCrmAuthorizationStates.SpendingOf(record)?.Attempts ?? 1, AmoCrmSpendingState.Refused),
        },
    };

    private static AmoCrmTokenRecord Promoted(AmoCrmTokenRecord record, AmoCrmTokenPair kept) => record with
    {
        Settings = record.Settings with { AccessToken = kept.AccessToken, RefreshToken = kept.RefreshToken },
        Notes = record.Notes with
        {
            Aside = [.. record.Notes.Aside.Where(pair => pair != kept)],
            Spending = null,
            Previous = new AmoCrmTokenPair(record.Settings.AccessToken, record.Settings.RefreshToken, record.ReadAt),
        },
    };

    // Since it was put aside the agent may have been given another account or integration, and must not find itself in the old one.
    private static bool IsOfSameGrant(AmoCrmTokenPair pair, AmoCrmSettings settings)
    {
        var kept = ClaimsOf(pair.AccessToken);
        var current = ClaimsOf(settings.AccessToken);
        return (kept?.AccountId is not { } account || current?.AccountId is not { } now || account == now)
            && (kept?.ClientId is not { } client || settings.ClientId is not { } ours || client.Equals(ours, StringComparison.OrdinalIgnoreCase));
    }

    private static AccessTokenClaims? ClaimsOf(AmoCrmSecret? accessToken) => accessToken is null ? null : AccessTokenClaims.Read(accessToken.Reveal());
}
