using AmoCrm.Cli.Connection;
using AmoCrm.Sdk;

namespace AmoCrm.Cli.Tokens;

/// <summary>Writes an agent's settings, each in the way that endangers no tokens.</summary>
internal static class SettingsChange
{
    /// <summary>Changes settings; the others stay, and an agent that is new is added.</summary>
    /// <exception cref="AmoCrmConfigurationException">The subdomain or the domain can be no account's.</exception>
    /// <exception cref="CliFailureException">Somebody is refreshing the tokens, or writes as often as this does.</exception>
    public static async Task SaveAsync(OpenStore opened, string agent, Func<AmoCrmSettings, AmoCrmSettings> change, CancellationToken cancellationToken)
    {
        if (!await opened.HasAgentAsync(agent, cancellationToken).ConfigureAwait(false))
        {
            await opened.Store.SaveAsync(agent, Checked(change(new AmoCrmSettings())), cancellationToken).ConfigureAwait(false);
            return;
        }

        // By compare-and-set, whichever setting it is: SaveAsync writes the tokens that it is given as well, and a refresh may have replaced those that were read.
        await TokenChange.TryAsync(
            opened,
            agent,
            record =>
            {
                var changed = Checked(change(record.Settings));
                return changed == record.Settings ? null : record with { Settings = changed };
            },
            cancellationToken).ConfigureAwait(false);
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
}
