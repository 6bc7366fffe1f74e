namespace AmoCrm.Sdk.Auth.Authorization;

/// <summary>Exchanges a code for tokens, once, and turns a refusal into words that help.</summary>
/// <param name="endpoint">amoCRM's OAuth routes.</param>
internal sealed class CodeExchange(OAuthEndpoint endpoint)
{
    /// <summary>Exchanges the code.</summary>
    /// <param name="agentId">The agent.</param>
    /// <param name="settings">Its settings, with the integration's keys in them.</param>
    /// <param name="host">The account.</param>
    /// <param name="code">The code.</param>
    /// <param name="cancellationToken">Cancels the waiting for a permit. What was sent is not cancelled.</param>
    public async Task<TokenAnswer> ExchangeAsync(string agentId, AmoCrmSettings settings, AccountHost host, AmoCrmSecret code, CancellationToken cancellationToken)
    {
        using var permit = await endpoint.TakePermitAsync(OAuthEndpoint.CodeHandler, host, settings.ClientId, cancellationToken).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        AmoCrmResponse response;
        try
        {
            response = await endpoint.ExchangeCodeAsync(host, settings, code, permit, CancellationToken.None).ConfigureAwait(false);
        }
        catch (AmoCrmOutcomeUnknownException exception)
        {
            throw AuthorizationErrors.OutcomeUnknown(agentId, exception);
        }

        return TokenAnswer.TryRead(response, out var answer) ? answer : throw RefusalOf(agentId, host, response);
    }

    private static AmoCrmException RefusalOf(string agentId, AccountHost host, AmoCrmResponse response)
    {
        if (response.IsSuccess)
        {
            return AuthorizationErrors.OutcomeUnknown(
                agentId,
                new AmoCrmInvalidResponseException($"{OAuthEndpoint.CodeHandler}: the answer ({response.StatusCode}) holds no tokens.", response.StatusCode) { Handler = OAuthEndpoint.CodeHandler });
        }

        var cause = AmoCrmErrors.From(response, OAuthEndpoint.CodeHandler);
        return response.StatusCode switch
        {
            400 or 401 or 404 => RefusalOf(agentId, host, AmoCrmErrors.Describe(response, OAuthEndpoint.CodeHandler), cause),
            >= 500 => AuthorizationErrors.OutcomeUnknown(agentId, cause),
            _ => cause,
        };
    }

    // The hints are those of the library that amoCRM's server is made with; "Incorrect client" also comes when only the redirect URI is another one.
    private static AmoCrmAuthorizationException RefusalOf(string agentId, AccountHost host, AmoCrmApiError error, AmoCrmException cause)
    {
        var hint = error.Hint ?? string.Empty;
        return error switch
        {
            { StatusCode: 404 } or { LegacyCode: 101 } => AuthorizationErrors.NoSuchAccount(agentId, host, cause),
            _ when Says("client") || Says("redirect") => AuthorizationErrors.IntegrationRefused(agentId, host, cause),
            _ when Says("code") => AuthorizationErrors.CodeRefused(agentId, host, cause),
            _ => AuthorizationErrors.Refused(agentId, host, cause),
        };

        bool Says(string word) => hint.Contains(word, StringComparison.OrdinalIgnoreCase);
    }
}
