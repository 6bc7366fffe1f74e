namespace AmoCrm.Sdk.Hosting;

/// <summary>What signatures are checked with: the parts of an agent's settings that belong to its integration. Read for each check.</summary>
internal sealed class SignatureKeys
{
    private readonly AmoCrmSettings _settings;
    private readonly string _whose;

    private SignatureKeys(AmoCrmSettings settings, string whose)
    {
        _settings = settings;
        _whose = whose;
        ClientId = Required(settings.ClientId, SettingsKeys.ClientId);
        ClientSecret = Required(settings.ClientSecret?.Reveal(), SettingsKeys.ClientSecret);
    }

    public string ClientId { get; }

    public string ClientSecret { get; }

    /// <summary>The account that the settings name; null when they are those of the integration alone.</summary>
    public AccountHost? Account => string.IsNullOrEmpty(_settings.Subdomain)
        ? null
        : AccountHost.TryParse(_settings.Subdomain, _settings.Domain, out var host) ? host : throw Wrong(SettingsKeys.Subdomain, "is no account's subdomain or host: it is the 'mycompany' of mycompany.amocrm.ru");

    public Uri RedirectUri =>
        Uri.TryCreate(Required(_settings.RedirectUri, SettingsKeys.RedirectUri), UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
            ? uri
            : throw Wrong(SettingsKeys.RedirectUri, "is no address: it is the integration's redirect URI, https://example.com/callback");

    public static SignatureKeys Of(AmoCrmSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return new SignatureKeys(settings, "the settings that were given");
    }

    public static async ValueTask<SignatureKeys> ReadAsync(IAmoCrmSettingsResolver resolver, string agentId, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(agentId);
        var settings = await SettingsReader.ReadAsync(resolver, agentId, cancellationToken).ConfigureAwait(false);
        return new SignatureKeys(settings, $"agent '{agentId}'");
    }

    public AmoCrmConfigurationException Wrong(string key, string problem) => new($"{key} of {_whose} {problem}.");

    private string Required(string? value, string key) =>
        string.IsNullOrWhiteSpace(value)
            ? throw new AmoCrmConfigurationException($"{char.ToUpperInvariant(_whose[0])}{_whose.AsSpan(1)} has no {key}: signatures of amoCRM are checked with it. Copy it from the integration's keys.")
            : value;
}
