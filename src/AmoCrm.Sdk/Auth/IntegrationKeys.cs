namespace AmoCrm.Sdk.Auth;

/// <summary>The keys of an integration without which amoCRM gives no tokens: it refuses the request then, and not always in words that help.</summary>
internal static class IntegrationKeys
{
    /// <returns>The names of the settings that are not there; null when all are.</returns>
    public static IReadOnlyList<string>? MissingIn(AmoCrmSettings settings)
    {
        List<string>? missing = null;
        Check(!string.IsNullOrEmpty(settings.ClientId), SettingsKeys.ClientId);
        Check(settings.ClientSecret is { IsEmpty: false }, SettingsKeys.ClientSecret);
        Check(!string.IsNullOrEmpty(settings.RedirectUri), SettingsKeys.RedirectUri);
        return missing;

        void Check(bool isThere, string key)
        {
            if (!isThere)
            {
                (missing ??= []).Add(key);
            }
        }
    }
}
