namespace AmoCrm.Sdk.Auth.Authorization;

/// <summary>What has to be in the settings before a person is asked, and before a secret is sent.</summary>
internal static class AuthorizationSettings
{
    /// <exception cref="AmoCrmConfigurationException">Something is missing; the message names all of it.</exception>
    public static void Check(string agentId, AmoCrmSettings settings)
    {
        if (IntegrationKeys.MissingIn(settings) is { } missing)
        {
            throw AuthorizationErrors.Missing(agentId, missing);
        }
    }

    /// <summary>The domain under which the account lives. Before the first authorisation its subdomain need not be known.</summary>
    /// <exception cref="AmoCrmConfigurationException">What is there names no account's host.</exception>
    public static string DomainOf(string agentId, AmoCrmSettings settings)
    {
        if (!string.IsNullOrEmpty(settings.Subdomain))
        {
            return settings.GetHost(agentId).Domain;
        }

        return AccountHost.TryParse("any", settings.Domain, out var host, out var problem)
            ? host.Domain
            : throw new AmoCrmConfigurationException($"{SettingsKeys.Domain} of agent '{agentId}': {problem}");
    }
}
