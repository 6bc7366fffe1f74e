using AmoCrm.Cli.Connection;
using AmoCrm.Sdk;

namespace AmoCrm.Cli.Transfer;

/// <summary>Which account a journal is of.</summary>
internal static class TransferAccount
{
    /// <summary>The host of the account that the settings name.</summary>
    public static async Task<string> HostOfAsync(AccountConnection connection, CancellationToken cancellationToken)
    {
        var settings = await connection.Options.SettingsResolver!.ResolveAsync(connection.Options.AgentId, cancellationToken).ConfigureAwait(false);
        return AccountHost.TryParse(settings.Subdomain, settings.Domain, out var host)
            ? host.Value
            : throw new CliUsageException($"The settings in {connection.Place} name no account. 'amocrm settings set subdomain=mycompany' does, or 'amocrm login'.");
    }
}
