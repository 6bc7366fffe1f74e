using System.Globalization;

namespace AmoCrm.Sdk.Auth;

/// <summary>The errors about tokens: whose, which, and what to do.</summary>
internal static class AuthErrors
{
    private const string Page = "docs/authorization.md";

    public static AmoCrmConfigurationException NoAccessToken(string agentId) => new(
        $"Agent '{agentId}' has no {SettingsKeys.AccessToken}: authorise the integration ('amocrm login'), or put a long-lived token of it there ('amocrm settings set').");

    public static AmoCrmConfigurationException NoRefreshToken(string agentId) => new(
        $"Agent '{agentId}' has no {SettingsKeys.RefreshToken}, so there is nothing to refresh: authorise the integration ('amocrm login').");

    public static AmoCrmConfigurationException Missing(string agentId, IReadOnlyList<string> keys) => new(
        $"The tokens of agent '{agentId}' cannot be refreshed without {string.Join(", ", keys)}: copy them from the integration's keys and scopes. "
        + $"An integration with a long-lived token has no {SettingsKeys.RefreshToken} to refresh: remove it then.");

    public static AmoCrmConfigurationException WrongClient(string agentId, AccountHost host) => new(
        $"{host} refused to refresh the tokens of agent '{agentId}', and it is not the refresh token that is to blame: {SettingsKeys.ClientId}, {SettingsKeys.ClientSecret} and "
        + $"{SettingsKeys.RedirectUri} have to be those of the integration that was authorised, the last one to the letter. Nothing is lost: correct them, and the next call works.");

    public static AmoCrmConfigurationException WrongHost(string agentId, AccountHost host, int statusCode) => new(
        $"{host} knows no token requests ({statusCode}), and amoCRM could not say where the account of agent '{agentId}' is now: check {SettingsKeys.Subdomain} and {SettingsKeys.Domain}. "
        + "The refresh token is not spent.");

    public static AmoCrmNetworkException OutcomeUnknown(string agentId, DateTimeOffset next, Exception? cause) => new(
        string.Create(
            CultureInfo.InvariantCulture,
            $"The tokens of agent '{agentId}' could not be refreshed: amoCRM's answer was lost, and with it perhaps the new tokens. This call was not sent. "
            + $"The first one after {next.UtcDateTime:HH:mm:ss} UTC finds out, and tries the refresh token once more if it may be good; if it is spent, the integration has to be authorised again (see {Page})."),
        cause)
    {
        // The next call waits until the token has rested. This one would wait with it, when its caller has been told long since that he may go on.
        IsWorthRepeating = false,
    };

    public static AmoCrmNetworkException NotSpent(string agentId, Exception cause) => new(
        $"The tokens of agent '{agentId}' could not be refreshed: amoCRM's token route failed. The refresh token is not spent, and this call was not sent. Try again.", cause);

    public static AmoCrmTimeoutException LeaseEnds(string agentId) => new(
        $"The tokens of agent '{agentId}' could not be refreshed: preparing it took too long ({nameof(AmoCrmTokenRefreshOptions)}.{nameof(AmoCrmTokenRefreshOptions.LeaseDuration)}). The refresh token was not sent. Try again.");

    public static AmoCrmSettingsStoreException LeaseNotShown(string agentId, IAmoCrmTokenStore store) => new(
        $"The tokens of agent '{agentId}' could not be refreshed: {store.GetType().Name} says that it has written what it does not show when it is read again. The refresh token was not sent.");

    public static AmoCrmSettingsStoreException NotKeptYet(string agentId, Exception cause) => new(
        $"New tokens of agent '{agentId}' were received but could not be written to the store; they are kept in memory and written as soon as it can be reached. "
        + "Nothing is sent to amoCRM until then. Do not stop this process: the tokens would be lost.",
        cause);

    public static AmoCrmReauthorizationRequiredException ReauthorizationRequired(string agentId, AmoCrmApiError? error) => new(
        $"The authorisation of agent '{agentId}' has ended: its refresh token was spent, revoked, or not used for three months. "
        + $"A person has to authorise the integration again: 'amocrm login --agent {agentId}', or the consent page of your application (see {Page}).",
        error ?? new AmoCrmApiError { StatusCode = 401, Handler = OAuthEndpoint.RefreshHandler });
}
