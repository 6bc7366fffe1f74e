namespace AmoCrm.Sdk.Auth.Authorization;

/// <summary>The errors of authorisations: whose, what, and what to do. Nothing that came from outside is repeated in them.</summary>
internal static class AuthorizationErrors
{
    private const string Again = "Begin again.";

    public static AmoCrmConfigurationException Missing(string agentId, IReadOnlyList<string> keys) => new(
        $"Agent '{agentId}' cannot be authorised without {string.Join(", ", keys)}: copy them from the integration's keys and scopes ('amocrm settings set').");

    public static AmoCrmConfigurationException NoTokenStore(IAmoCrmSettingsResolver? resolver) => new(
        $"An integration cannot be authorised with settings from {resolver?.GetType().Name}, which cannot keep tokens: use the JSON file or the MongoDB store.");

    public static AmoCrmAuthorizationException StateUnknown() => new(
        AmoCrmAuthorizationFailure.StateUnknown,
        $"This answer of amoCRM's consent page belongs to no authorisation that is under way here: it was begun elsewhere or more than an hour ago, or the answer came twice. {Again}");

    public static AmoCrmAuthorizationException Denied(string agentId) => new(
        AmoCrmAuthorizationFailure.Denied,
        $"Access for agent '{agentId}' was refused on amoCRM's consent page: somebody who may (the first time an administrator of the account) has to allow it. {Again}");

    public static AmoCrmAuthorizationException ErrorInRedirect(string agentId) => new(
        AmoCrmAuthorizationFailure.Refused, $"amoCRM's consent page came back with an error instead of a code for agent '{agentId}'. {Again}");

    public static AmoCrmAuthorizationException NotUnderstood(string agentId) => new(
        AmoCrmAuthorizationFailure.RedirectNotUnderstood,
        $"What came back to the redirect URI for agent '{agentId}' is no answer of amoCRM's consent page: a value is missing, there twice or not percent-encoded. Nothing was sent. {Again}");

    public static AmoCrmAuthorizationException OtherIntegration(string agentId) => new(
        AmoCrmAuthorizationFailure.OtherIntegration,
        $"What came back to the redirect URI is about another integration than {SettingsKeys.ClientId} of agent '{agentId}'. Nothing was sent. Check that key. {Again}");

    public static AmoCrmAuthorizationException NoAccountHost(string agentId) => new(
        AmoCrmAuthorizationFailure.AccountNotAllowed,
        $"What came back to the redirect URI for agent '{agentId}' names a host (referer) that is no account of {string.Join(", ", AccountHost.Domains)}. Nothing was sent to it. {Again}");

    public static AmoCrmAuthorizationException NotAnAccount(string agentId, string problem) => new(
        AmoCrmAuthorizationFailure.AccountNotAllowed, $"The account given for agent '{agentId}' is none. Nothing was sent. {problem}");

    public static AmoCrmAuthorizationException NoSuchAccount(string agentId, AccountHost host, Exception cause) => new(
        AmoCrmAuthorizationFailure.AccountNotAllowed, $"amoCRM knows no account {host}, where the code of agent '{agentId}' was to be exchanged: check the account's name. {Again}", cause);

    public static AmoCrmAuthorizationException CodeRefused(string agentId, AccountHost host, Exception cause) => new(
        AmoCrmAuthorizationFailure.CodeRefused,
        $"{host} did not take the code for agent '{agentId}': it was used before, is older than 20 minutes, or was given for another account or integration. {Again}",
        cause);

    public static AmoCrmAuthorizationException IntegrationRefused(string agentId, AccountHost host, Exception cause) => new(
        AmoCrmAuthorizationFailure.IntegrationRefused,
        $"{host} does not know the integration of agent '{agentId}': {SettingsKeys.ClientId}, {SettingsKeys.ClientSecret} and {SettingsKeys.RedirectUri} have to be those of the integration "
        + $"that was authorised, the last one to the letter. Correct them. {Again}",
        cause);

    public static AmoCrmAuthorizationException Refused(string agentId, AccountHost host, Exception cause) => new(
        AmoCrmAuthorizationFailure.Refused,
        $"{host} gave no tokens for the code of agent '{agentId}'. The code may be older than 20 minutes or used before; otherwise check {SettingsKeys.ClientId}, {SettingsKeys.ClientSecret} "
        + $"and {SettingsKeys.RedirectUri}, the last one to the letter. {Again}",
        cause);

    public static AmoCrmAuthorizationException OutcomeUnknown(string agentId, Exception cause) => new(
        AmoCrmAuthorizationFailure.OutcomeUnknown,
        $"The code for agent '{agentId}' was sent to amoCRM and its answer was lost. A code works once, so it is not sent again: authorise the integration again. The tokens that were there before are untouched.",
        cause);

    public static AmoCrmAuthorizationException TokensNotKept(string agentId, TimeSpan limit, Exception? cause) => new(
        AmoCrmAuthorizationFailure.TokensNotKept,
        $"amoCRM gave tokens for agent '{agentId}', but they could not be written to the store within {limit.TotalSeconds:0.###} seconds and are given up. "
        + "The tokens that were there before are untouched. When the store works again, authorise the integration again.",
        cause);
}
