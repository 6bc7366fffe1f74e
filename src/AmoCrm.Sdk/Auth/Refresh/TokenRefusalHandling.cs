namespace AmoCrm.Sdk.Auth.Refresh;

/// <summary>What is done when amoCRM refuses a refresh token: it may be spent, the account may have another name, or something of the integration may be wrong.</summary>
/// <param name="context">What refreshes share.</param>
/// <param name="agentId">The agent.</param>
/// <param name="lease">The lease under which it was spent.</param>
internal sealed class TokenRefusalHandling(TokenRefreshContext context, string agentId, TokenLeasing lease)
{
    private readonly AccountSearch _search = new(context.Endpoint);

    /// <summary>Does what can be done.</summary>
    /// <param name="record">The record under which it was spent.</param>
    /// <param name="before">What was noted before that.</param>
    /// <param name="response">The refusal.</param>
    /// <returns>Null: there is something else to try, so look at everything anew.</returns>
    /// <exception cref="AmoCrmException">There is not.</exception>
    public async Task<AmoCrmTokenRefreshResult?> HandleAsync(AmoCrmTokenRecord record, AmoCrmTokenSpending? before, AmoCrmResponse response)
    {
        if (response.StatusCode is not (400 or 401 or 404 or (>= 300 and < 400)))
        {
            // Too many requests, a block page, an unpaid account: the token was not looked at.
            await NotSpentAsync(record, before).ConfigureAwait(false);
            throw AmoCrmErrors.From(response, OAuthEndpoint.RefreshHandler);
        }

        var host = record.Settings.GetHost(agentId);
        var error = AmoCrmErrors.Describe(response, OAuthEndpoint.RefreshHandler);
        var (result, found) = await _search.FindAsync(record.Settings, context.SpendingLimit).ConfigureAwait(false);
        if (result == AccountSearchResult.Found && found != host)
        {
            return await RenameAsync(record, before, found!).ConfigureAwait(false);
        }

        var mistake = result switch
        {
            AccountSearchResult.TokenRefused => null,
            AccountSearchResult.Found => AuthErrors.WrongClient(agentId, host),
            _ when response.StatusCode == 400 || BlamesTheClient(error) => AuthErrors.WrongClient(agentId, host),
            _ when response.StatusCode == 401 => null,
            _ => AuthErrors.WrongHost(agentId, host, response.StatusCode),
        };
        if (mistake is not null)
        {
            await NotSpentAsync(record, before).ConfigureAwait(false);
            throw mistake;
        }

        return await DeadAsync(record, error).ConfigureAwait(false);
    }

    /// <summary>Notes that the refresh token is of no use, and tells everybody.</summary>
    /// <returns>The exception to throw.</returns>
    public async Task<AmoCrmException> GiveUpAsync(AmoCrmTokenRecord record, AmoCrmApiError? error)
    {
        var spending = new AmoCrmTokenSpending(
            TokenFingerprint.Of(record.Settings), lease.Owner, record.ReadAt, AmoCrmAuthorizationStates.SpendingOf(record)?.Attempts ?? 1, AmoCrmSpendingState.Refused);
        await lease.NoteAsync(record, notes => notes with { Spending = spending }).ConfigureAwait(false);
        context.Signal(agentId, AmoCrmAuthorizationState.ReauthorizationRequired);
        return AuthErrors.ReauthorizationRequired(agentId, error);
    }

    private async Task<AmoCrmTokenRefreshResult?> RenameAsync(AmoCrmTokenRecord record, AmoCrmTokenSpending? before, AccountHost host)
    {
        var renamed = record with
        {
            Settings = record.Settings with { Subdomain = host.Subdomain, Domain = host.Domain == AccountHost.DefaultDomain ? null : host.Domain },
            Notes = record.Notes with { Spending = before },
        };
        await context.Store.TryWriteTokensAsync(agentId, record, renamed, CancellationToken.None).ConfigureAwait(false);
        AuthLog.Renamed(context.Logger, agentId, host.Value);
        return null;
    }

    private async Task<AmoCrmTokenRefreshResult?> DeadAsync(AmoCrmTokenRecord record, AmoCrmApiError error)
    {
        var now = await context.Store.ReadTokensAsync(agentId, CancellationToken.None).ConfigureAwait(false);
        if (now.Settings.RefreshToken != record.Settings.RefreshToken)
        {
            // Somebody wrote another pair while this one was refused.
            return null;
        }

        if (now.Notes.Aside.LastOrDefault(pair => IsOfSameAccount(pair, now.Settings)) is not { } kept)
        {
            throw await GiveUpAsync(now, error).ConfigureAwait(false);
        }

        var promoted = now with
        {
            Settings = now.Settings with { AccessToken = kept.AccessToken, RefreshToken = kept.RefreshToken },
            Notes = now.Notes with { Aside = [.. now.Notes.Aside.Where(pair => pair != kept)], Spending = null, Previous = new AmoCrmTokenPair(now.Settings.AccessToken, now.Settings.RefreshToken, now.ReadAt) },
        };
        await context.Store.TryWriteTokensAsync(agentId, now, promoted, CancellationToken.None).ConfigureAwait(false);
        AuthLog.TakenFromAside(context.Logger, agentId);
        return null;
    }

    private Task<AmoCrmTokenRecord?> NotSpentAsync(AmoCrmTokenRecord record, AmoCrmTokenSpending? before) => lease.NoteAsync(record, notes => notes with { Spending = before });

    // Since it was put aside the agent may have been given another account, and must not find itself in the old one.
    private static bool IsOfSameAccount(AmoCrmTokenPair pair, AmoCrmSettings settings) =>
        AccountOf(pair.AccessToken) is not { } kept || AccountOf(settings.AccessToken) is not { } current || kept == current;

    private static long? AccountOf(AmoCrmSecret? accessToken) => accessToken is null ? null : AccessTokenClaims.Read(accessToken.Reveal()).AccountId;

    // "Incorrect client" comes with the same status as "Token has been revoked", and nothing is lost by it.
    private static bool BlamesTheClient(AmoCrmApiError error) =>
        error.Hint is { } hint && hint.Contains("client", StringComparison.OrdinalIgnoreCase) && !hint.Contains("revoked", StringComparison.OrdinalIgnoreCase);
}
