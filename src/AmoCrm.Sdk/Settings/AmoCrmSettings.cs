namespace AmoCrm.Sdk;

/// <summary>What one agent needs to reach its account. <see cref="ToString"/> masks what is secret.</summary>
public sealed record AmoCrmSettings
{
    /// <summary>The account's subdomain (<c>mycompany</c>) or its whole host (<c>mycompany.kommo.com</c>). Legacy key <c>amocrm_subdomain</c>.</summary>
    public string? Subdomain { get; init; }

    /// <summary>The domain under which the account lives. Key <c>amocrm_domain</c>.</summary>
    /// <value>Null means <c>amocrm.ru</c>, or what a whole host in <see cref="Subdomain"/> says.</value>
    public string? Domain { get; init; }

    /// <summary>The integration's id, a UUID. Not needed with a long-lived token. Legacy key <c>amocrm_client_id</c>.</summary>
    public string? ClientId { get; init; }

    /// <summary>The integration's secret key. Not needed with a long-lived token. Legacy key <c>amocrm_client_secret</c>.</summary>
    public AmoCrmSecret? ClientSecret { get; init; }

    /// <summary>The integration's redirect URI, exactly as it is registered. Legacy key <c>amocrm_redirect_uri</c>.</summary>
    public string? RedirectUri { get; init; }

    /// <summary>The access token sent as bearer. Legacy key <c>amocrm_access_token</c>.</summary>
    public AmoCrmSecret? AccessToken { get; init; }

    /// <summary>The refresh token; null with a long-lived access token. Legacy key <c>amocrm_refresh_token</c>.</summary>
    public AmoCrmSecret? RefreshToken { get; init; }

    /// <summary>The account's host.</summary>
    /// <returns>The host.</returns>
    /// <exception cref="AmoCrmConfigurationException"><see cref="Subdomain"/> and <see cref="Domain"/> name no account's host.</exception>
    public AccountHost GetHost() =>
        AccountHost.TryParse(Subdomain, Domain, out var host, out var problem)
            ? host
            : throw new AmoCrmConfigurationException($"{SettingsKeys.Subdomain}: {problem}");

    /// <summary>The same, with an error that says whose settings are wrong.</summary>
    internal AccountHost GetHost(string agentId) =>
        AccountHost.TryParse(Subdomain, Domain, out var host, out var problem)
            ? host
            : throw new AmoCrmConfigurationException($"{SettingsKeys.Subdomain} of agent '{agentId}': {problem}");

    /// <summary>Subdomain, domain, client id and redirect URI; of the rest only whether it is there.</summary>
    public override string ToString() =>
        $"{nameof(AmoCrmSettings)} {{ Subdomain = {Subdomain}, Domain = {Domain}, ClientId = {ClientId}, ClientSecret = {Shown(ClientSecret)}, "
        + $"RedirectUri = {RedirectUri}, AccessToken = {Shown(AccessToken)}, RefreshToken = {Shown(RefreshToken)} }}";

    private static string Shown(AmoCrmSecret? secret) => secret is { IsEmpty: false } ? AmoCrmSecret.Mask : "(none)";
}
