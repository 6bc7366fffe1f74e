namespace AmoCrm.Sdk.Auth.Authorization;

/// <summary>The address of amoCRM's consent page. It is on the platform's own host and never on the account's. https://www.amocrm.ru/developers/content/oauth/step-by-step</summary>
internal static class ConsentPage
{
    private const string Path = "/oauth";

    /// <exception cref="AmoCrmConfigurationException">The settings name no account's host.</exception>
    public static Uri Uri(AmoCrmClientOptions options, string agentId, AmoCrmSettings settings, string state, AmoCrmConsentMode? mode)
    {
        var query = $"{Path}?client_id={System.Uri.EscapeDataString(settings.ClientId!)}&state={state}{ModeOf(mode)}";
        return options.EmulatorAddress is { } emulator ? new Uri(emulator, query) : new Uri($"https://{HostOf(agentId, settings)}{query}");
    }

    private static string HostOf(string agentId, AmoCrmSettings settings) =>
        AuthorizationSettings.DomainOf(agentId, settings) == AccountHost.DefaultDomain
            ? $"www.{AccountHost.DefaultDomain}"

            // The accounts of amocrm.com are Kommo's as well.
            : "www.kommo.com";

    private static string ModeOf(AmoCrmConsentMode? mode) => mode switch
    {
        null => string.Empty,
        AmoCrmConsentMode.Popup => "&mode=popup",
        AmoCrmConsentMode.PostMessage => "&mode=post_message",
        _ => throw new ArgumentOutOfRangeException(nameof(mode)),
    };
}
