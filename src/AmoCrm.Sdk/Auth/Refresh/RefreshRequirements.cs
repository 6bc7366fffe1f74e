namespace AmoCrm.Sdk.Auth.Refresh;

/// <summary>What has to be in the settings before a refresh token may be spent.</summary>
internal static class RefreshRequirements
{
    /// <exception cref="AmoCrmConfigurationException">Something is missing; the message names all of it.</exception>
    public static void Check(string agentId, AmoCrmSettings settings)
    {
        if (settings.RefreshToken is not { IsEmpty: false })
        {
            throw AuthErrors.NoRefreshToken(agentId);
        }

        if (IntegrationKeys.MissingIn(settings) is { } missing)
        {
            throw AuthErrors.Missing(agentId, missing);
        }

        _ = settings.GetHost(agentId);
    }
}
