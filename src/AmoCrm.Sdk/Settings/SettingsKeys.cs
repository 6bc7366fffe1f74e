namespace AmoCrm.Sdk;

/// <summary>The names of the settings in documents, configuration and environment. All but the domain are those of the legacy documents.</summary>
internal static class SettingsKeys
{
    public const string AgentId = "agent_id";
    public const string Settings = "settings";

    public const string Subdomain = "amocrm_subdomain";
    public const string Domain = "amocrm_domain";
    public const string ClientId = "amocrm_client_id";
    public const string ClientSecret = "amocrm_client_secret";
    public const string RedirectUri = "amocrm_redirect_uri";
    public const string AccessToken = "amocrm_access_token";
    public const string RefreshToken = "amocrm_refresh_token";

    /// <summary>In the order in which documents are written.</summary>
    public static IReadOnlyList<string> All { get; } = [Subdomain, Domain, ClientId, ClientSecret, RedirectUri, AccessToken, RefreshToken];

    /// <summary>Makes settings from a look-up by key. Empty texts count as absent.</summary>
    public static AmoCrmSettings Read(Func<string, string?> valueOf) => new()
    {
        Subdomain = NullIfEmpty(valueOf(Subdomain)),
        Domain = NullIfEmpty(valueOf(Domain)),
        ClientId = NullIfEmpty(valueOf(ClientId)),
        ClientSecret = NullIfEmpty(valueOf(ClientSecret)),
        RedirectUri = NullIfEmpty(valueOf(RedirectUri)),
        AccessToken = NullIfEmpty(valueOf(AccessToken)),
        RefreshToken = NullIfEmpty(valueOf(RefreshToken)),
    };

    public static string? ValueOf(AmoCrmSettings settings, string key) => key switch
    {
        Subdomain => settings.Subdomain,
        Domain => settings.Domain,
        ClientId => settings.ClientId,
        ClientSecret => settings.ClientSecret?.Reveal(),
        RedirectUri => settings.RedirectUri,
        AccessToken => settings.AccessToken?.Reveal(),
        RefreshToken => settings.RefreshToken?.Reveal(),
        _ => null,
    };

    private static string? NullIfEmpty(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}
