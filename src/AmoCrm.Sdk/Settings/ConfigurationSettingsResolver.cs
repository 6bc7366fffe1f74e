using Microsoft.Extensions.Configuration;

namespace AmoCrm.Sdk;

/// <summary>Settings from <see cref="IConfiguration"/>: files, environment variables, user secrets, key vaults.</summary>
/// <remarks>
/// Keys are the legacy names (<c>amocrm_subdomain</c>) or short (<c>Subdomain</c>, <c>ClientId</c>, <c>AccessToken</c>); upper and lower case are the same, and the legacy
/// name wins where both are given. An agent's settings are in <c>{section}:Agents:{agentId}</c>. The agent <c>default</c>, or the one that
/// <c>{section}:AgentId</c> names, may have them in <c>{section}</c> itself, and <c>default</c>, where the root is known, also at the root by their legacy names. So the environment
/// variables <c>AMOCRM__ACCESSTOKEN</c>, <c>AMOCRM__AGENTS__SALES__ACCESSTOKEN</c> and <c>amocrm_access_token</c> all work.
/// Settings are taken from one of these places, never mixed, and no agent gets those of another.
/// </remarks>
public sealed class ConfigurationSettingsResolver : IAmoCrmSettingsResolver
{
    /// <summary>The section that is read by default: <c>AmoCrm</c>.</summary>
    public const string DefaultSection = "AmoCrm";

    private readonly IConfiguration? _root;
    private readonly IConfigurationSection _section;

    /// <summary>Makes the resolver.</summary>
    /// <param name="configuration">The root of the configuration.</param>
    /// <param name="section">The section to read.</param>
    public ConfigurationSettingsResolver(IConfiguration configuration, string section = DefaultSection)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentException.ThrowIfNullOrEmpty(section);
        _root = configuration;
        _section = configuration.GetSection(section);
    }

    /// <summary>Makes a resolver that looks at one section only.</summary>
    /// <param name="section">The section, wherever it is in the configuration.</param>
    public ConfigurationSettingsResolver(IConfigurationSection section)
    {
        ArgumentNullException.ThrowIfNull(section);
        _section = section;
    }

    /// <inheritdoc/>
    public ValueTask<AmoCrmSettings> ResolveAsync(string agentId, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(agentId);
        cancellationToken.ThrowIfCancellationRequested();
        var isDefault = agentId == AmoCrmClientOptions.DefaultAgentId;
        var settings = Read(_section.GetSection($"Agents:{agentId}"))
            ?? (isDefault || _section["AgentId"] == agentId ? Read(_section) : null)
            ?? (isDefault && _root is not null ? Read(_root) : null)
            ?? throw Missing(agentId);
        return ValueTask.FromResult(settings);
    }

    private AmoCrmConfigurationException Missing(string agentId)
    {
        var path = _section.Path;
        var variable = path.ToUpperInvariant().Replace(":", "__", StringComparison.Ordinal);
        return new AmoCrmConfigurationException(
            $"The configuration holds no settings for agent '{agentId}': set {path}:Subdomain and {path}:AccessToken "
            + $"(environment: {variable}__SUBDOMAIN, {variable}__ACCESSTOKEN), or the same under {path}:Agents:{agentId}.");
    }

    private static AmoCrmSettings? Read(IConfiguration section)
    {
        var found = false;
        var settings = SettingsKeys.Read(key =>
        {
            var value = section[key] ?? (section is IConfigurationSection ? section[ShortName(key)] : null);
            found |= value is not null;
            return value;
        });
        return found ? settings : null;
    }

    // amocrm_access_token → accesstoken: configuration keys ignore case.
    private static string ShortName(string key) => key["amocrm_".Length..].Replace("_", string.Empty, StringComparison.Ordinal);
}
