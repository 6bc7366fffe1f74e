using AmoCrm.Sdk.Auth.Refresh;

namespace AmoCrm.Sdk.Auth;

/// <summary>Takes the token from the settings, has it refreshed before it ends, and replaces one that amoCRM refused.</summary>
/// <param name="options">The client's options.</param>
/// <param name="reader">Reads the settings.</param>
/// <param name="refresher">Refreshes tokens.</param>
internal sealed class RefreshingAccessTokenProvider(AmoCrmClientOptions options, SettingsReader reader, TokenRefresher refresher) : IAccessTokenProvider
{
    // A new token that is refused like the one before it: something else is wrong, and refresh tokens are not to be burnt on it.
    private static readonly TimeSpan PauseAfterSecondRefusal = TimeSpan.FromMinutes(1);

    public ValueTask<string> GetAccessTokenAsync(string agentId, AmoCrmSettings settings, CancellationToken cancellationToken)
    {
        var token = settings.AccessToken is { IsEmpty: false } there ? there : null;
        if (settings.RefreshToken is not { IsEmpty: false })
        {
            // A long-lived token; or nothing at all.
            return token is null ? throw AuthErrors.NoAccessToken(agentId) : ValueTask.FromResult(token.Reveal());
        }

        switch (token is null ? AccessTokenPhase.Ended : refresher.PhaseOf(token))
        {
            case AccessTokenPhase.Fresh:
                return ValueTask.FromResult(token!.Reveal());
            case AccessTokenPhase.Due:
                refresher.RefreshEarly(agentId, settings);
                return ValueTask.FromResult(token!.Reveal());
            default:
                return RefreshedAsync(agentId, settings, cancellationToken);
        }
    }

    public async ValueTask<bool> TryReplaceAsync(AccessTokenRefusal refusal, CancellationToken cancellationToken)
    {
        refresher.Clock.Observe(refusal.Response.ServerTime);
        var settings = await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
        if (settings.AccessToken != refusal.Token)
        {
            return settings.AccessToken is { IsEmpty: false };
        }

        if (settings.RefreshToken is not { IsEmpty: false } || !IsWorthRefreshing(refusal))
        {
            return false;
        }

        await refresher.RefreshAsync(refusal.AgentId, settings, new TokenDemand(refusal.Token, isRefused: true), cancellationToken).ConfigureAwait(false);
        var now = await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
        return now.AccessToken is { IsEmpty: false } token && token != refusal.Token;
    }

    public void Accepted(string agentId, string token)
    {
        if (refresher.Flights.UnprovenOf(agentId, token) is { } unproven)
        {
            refresher.Prove(agentId, unproven);
        }
    }

    private async ValueTask<string> RefreshedAsync(string agentId, AmoCrmSettings settings, CancellationToken cancellationToken)
    {
        await refresher.RefreshAsync(agentId, settings, new TokenDemand(settings.AccessToken), cancellationToken).ConfigureAwait(false);
        var now = await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
        return now.AccessToken is { IsEmpty: false } token ? token.Reveal() : throw AuthErrors.NoAccessToken(agentId);
    }

    private bool IsWorthRefreshing(AccessTokenRefusal refusal)
    {
        var token = refusal.Token.Reveal();

        // Wrong user or password, captcha, user switched off (https://www.amocrm.ru/developers/content/crm_platform/error-codes): another token of the same grant is refused as well.
        if (AmoCrmErrors.Describe(refusal.Response, refusal.Request.Handler).LegacyCode is 110 or 111 or 112)
        {
            return false;
        }

        // amoCRM answers 401 for a user it does not know as well, and no refresh helps against that.
        if (refusal.Request.ContextUserId is not null && AccessTokenClaims.Read(token).ExpiresAt > refresher.Clock.Now)
        {
            return false;
        }

        return refresher.Flights.UnprovenOf(refusal.AgentId, token) is not { AfterRefusal: true } unproven
            || options.TimeProvider.GetUtcNow() - unproven.Since > PauseAfterSecondRefusal;
    }
}
