namespace AmoCrm.Sdk.Auth.Refresh;

/// <summary>What has to be in the settings before a refresh token may be spent: amoCRM refuses the request else, and not always in words that help.</summary>
internal static class RefreshRequirements
{
    /// <exception cref="AmoCrmConfigurationException">Something is missing; the message names all of it.</exception>
    public static void Check(string agentId, AmoCrmSettings settings)
    {
        if (settings.RefreshToken is not { IsEmpty: false })
        {
            throw AuthErrors.NoRefreshToken(agentId);
        }

        var missing = new List<string>(3);
        if (string.IsNullOrEmpty(settings.ClientId))
        {
            missing.Add(SettingsKeys.ClientId);
        }

        if (settings.ClientSecret is not { IsEmpty: false })
        {
            missing.Add(SettingsKeys.ClientSecret);
        }

        if (string.IsNullOrEmpty(settings.RedirectUri))
        {
            missing.Add(SettingsKeys.RedirectUri);
        }

        if (missing.Count > 0)
        {
            throw AuthErrors.Missing(agentId, missing);
        }

        _ = settings.GetHost(agentId);
    }
}
