namespace AmoCrm.Sdk.Hosting;

/// <summary>Settings as they are meant, and as the store behind holds them.</summary>
internal static class ProtectedSettings
{
    public static AmoCrmSettings Unprotect(this SecretProtector protector, AmoCrmSettings stored) => stored with
    {
        ClientSecret = protector.Unprotect(SettingsKeys.ClientSecret, stored.ClientSecret),
        AccessToken = protector.Unprotect(SettingsKeys.AccessToken, stored.AccessToken),
        RefreshToken = protector.Unprotect(SettingsKeys.RefreshToken, stored.RefreshToken),
    };

    /// <summary>Settings that are to be stored as a whole. A secret that is stored already, and protected, keeps its text: protecting it again would look like a change to everybody else.</summary>
    public static AmoCrmSettings Protect(this SecretProtector protector, AmoCrmSettings settings, AmoCrmSettings? stored)
    {
        return settings with
        {
            ClientSecret = Protected(SettingsKeys.ClientSecret, settings.ClientSecret, stored?.ClientSecret),
            AccessToken = Protected(SettingsKeys.AccessToken, settings.AccessToken, stored?.AccessToken),
            RefreshToken = Protected(SettingsKeys.RefreshToken, settings.RefreshToken, stored?.RefreshToken),
        };

        AmoCrmSecret? Protected(string key, AmoCrmSecret? secret, AmoCrmSecret? before) =>
            secret is not null && SecretProtector.IsProtected(before) && protector.TryUnprotect(key, before, out var plain, out _) && plain == secret
                ? before
                : protector.Protect(key, secret);
    }
}
