using AmoCrm.Cli.Arguments;

namespace AmoCrm.Cli.Connection;

/// <summary>The settings that <c>amocrm settings</c> shows and changes.</summary>
internal static class SettingNames
{
    private const string LegacyPrefix = "amocrm_";

    public static IReadOnlyList<SettingName> All { get; } =
    [
        new("subdomain", IsSecret: false, static settings => settings.Subdomain, static (settings, value) => settings with { Subdomain = value }),
        new("domain", IsSecret: false, static settings => settings.Domain, static (settings, value) => settings with { Domain = value }),
        new("client_id", IsSecret: false, static settings => settings.ClientId, static (settings, value) => settings with { ClientId = value }),
        new("client_secret", IsSecret: true, static settings => settings.ClientSecret?.Reveal(), static (settings, value) => settings with { ClientSecret = value }),
        new("redirect_uri", IsSecret: false, static settings => settings.RedirectUri, static (settings, value) => settings with { RedirectUri = value }),
        new("access_token", IsSecret: true, static settings => settings.AccessToken?.Reveal(), static (settings, value) => settings with { AccessToken = value }),
        new("refresh_token", IsSecret: true, static settings => settings.RefreshToken?.Reveal(), static (settings, value) => settings with { RefreshToken = value }),
    ];

    /// <summary>The setting of that name; the legacy spelling <c>amocrm_subdomain</c> is taken too.</summary>
    /// <exception cref="CliUsageException">There is no such setting.</exception>
    public static SettingName Get(string name)
    {
        var key = name.StartsWith(LegacyPrefix, StringComparison.Ordinal) ? name[LegacyPrefix.Length..] : name;
        return All.FirstOrDefault(setting => setting.Name == key)
            ?? throw new CliUsageException($"There is no setting '{TypedWord.Show(name)}'. The settings are: {string.Join(", ", All.Select(static setting => setting.Name))}.");
    }
}
