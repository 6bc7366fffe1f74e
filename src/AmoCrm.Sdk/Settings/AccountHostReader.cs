namespace AmoCrm.Sdk;

/// <summary>The host that settings name. They are read before every attempt and hardly ever name another one, so the text is looked at only when it changed.</summary>
/// <param name="agentId">Whose settings, for errors.</param>
internal sealed class AccountHostReader(string agentId)
{
    private Known? _known;

    /// <exception cref="AmoCrmConfigurationException">They name no account's host.</exception>
    public string Read(AmoCrmSettings settings)
    {
        if (_known is not { } known || known.Subdomain != settings.Subdomain || known.Domain != settings.Domain)
        {
            _known = known = new Known(settings.Subdomain, settings.Domain, settings.GetHost(agentId).Value);
        }

        return known.Host;
    }

    private sealed class Known(string? subdomain, string? domain, string host)
    {
        public string? Subdomain => subdomain;

        public string? Domain => domain;

        public string Host => host;
    }
}
