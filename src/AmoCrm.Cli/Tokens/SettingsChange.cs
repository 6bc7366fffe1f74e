using AmoCrm.Cli.Connection;
using AmoCrm.Sdk;

namespace AmoCrm.Cli.Tokens;

/// <summary>Writes an agent's settings, each in the way that endangers no tokens.</summary>
internal static class SettingsChange
{
    /// <summary>Changes settings; the others stay, and an agent that is new is added.</summary>
    /// <exception cref="AmoCrmConfigurationException">The subdomain or the domain can be no account's.</exception>
    /// <exception cref="CliFailureException">Somebody is refreshing the tokens.</exception>
    public static async Task SaveAsync(OpenStore opened, string agent, Func<AmoCrmSettings, AmoCrmSettings> change, CancellationToken cancellationToken)
    {
        if (!await opened.HasAgentAsync(agent, cancellationToken).ConfigureAwait(false))
        {
            await opened.Store.SaveAsync(agent, Checked(change(new AmoCrmSettings())), cancellationToken).ConfigureAwait(false);
            return;
        }

        // Tokens change by compare-and-set. What remains is written after another look, for SaveAsync writes the tokens that it is given as well.
        await TokenChange.TryAsync(
            opened,
            agent,
            record =>
            {
                var changed = Checked(change(record.Settings));
                return TokensOf(changed) == TokensOf(record.Settings) ? null : record with { Settings = WithTokensOf(record.Settings, changed) };
            },
            cancellationToken).ConfigureAwait(false);
        var now = (await TokenChange.ReadAsync(opened, agent, cancellationToken).ConfigureAwait(false)).Settings;
        var rest = change(now);
        if (rest != now)
        {
            await opened.Store.SaveAsync(agent, rest, cancellationToken).ConfigureAwait(false);
        }
    }

    private static AmoCrmSettings Checked(AmoCrmSettings settings)
    {
        if (settings.Subdomain is not null)
        {
            // Refuses a wrong host before it is saved.
            settings.GetHost();
        }

        return settings;
    }

    private static (AmoCrmSecret? AccessToken, AmoCrmSecret? RefreshToken, string? Subdomain, string? Domain) TokensOf(AmoCrmSettings settings) =>
        (settings.AccessToken, settings.RefreshToken, settings.Subdomain, settings.Domain);

    private static AmoCrmSettings WithTokensOf(AmoCrmSettings settings, AmoCrmSettings other) =>
        settings with { AccessToken = other.AccessToken, RefreshToken = other.RefreshToken, Subdomain = other.Subdomain, Domain = other.Domain };
}
