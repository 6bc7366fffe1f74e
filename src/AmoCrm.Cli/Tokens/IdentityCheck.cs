using AmoCrm.Cli.Connection;
using AmoCrm.Sdk;

namespace AmoCrm.Cli.Tokens;

/// <summary>Asks amoCRM who an agent is.</summary>
internal static class IdentityCheck
{
    /// <summary>Reads the account with the agent's tokens, and how these stand afterwards. One request, and a refresh if they are due.</summary>
    /// <exception cref="AmoCrmException">amoCRM could not be asked. That it does not let the agent in is no exception.</exception>
    public static async Task<Identity> AskAsync(AccountConnection connection, CancellationToken cancellationToken)
    {
        Account? account = null;
        string? problem = null;
        var (_, before) = await ReadAsync(connection, cancellationToken).ConfigureAwait(false);
        if (before.Kind == TokenKind.None)
        {
            problem = $"Agent '{connection.Options.AgentId}' is not authorised.";
        }
        else
        {
            var amo = new AmoCrmClient(connection.Options);
            await using (amo.ConfigureAwait(false))
            {
                try
                {
                    account = await amo.Account.GetAsync(cancellationToken: cancellationToken).ConfigureAwait(false);
                }
                catch (AmoCrmUnauthorizedException exception)
                {
                    problem = exception.Message;
                }
            }
        }

        // Asking may have refreshed the tokens, or found the account under another name.
        return await LookAsync(connection, account, problem, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>How the tokens stand, without asking amoCRM.</summary>
    public static async Task<Identity> LookAsync(AccountConnection connection, Account? account, string? problem, CancellationToken cancellationToken)
    {
        var (settings, standing) = await ReadAsync(connection, cancellationToken).ConfigureAwait(false);
        var host = AccountHost.TryParse(settings.Subdomain, settings.Domain, out var parsed) ? parsed.Value : null;
        return new Identity(connection.Options.AgentId, connection.Place, host, account, standing, problem);
    }

    private static async Task<(AmoCrmSettings Settings, TokenStanding Standing)> ReadAsync(AccountConnection connection, CancellationToken cancellationToken)
    {
        var (agent, now) = (connection.Options.AgentId, connection.Options.TimeProvider.GetUtcNow());
        if (connection.Store is { } opened)
        {
            var record = await opened.Store.ReadTokensAsync(agent, cancellationToken).ConfigureAwait(false);
            return (record.Settings, TokenStanding.Of(record, now));
        }

        var settings = await connection.Options.SettingsResolver!.ResolveAsync(agent, cancellationToken).ConfigureAwait(false);
        return (settings, TokenStanding.OfFixed(settings, now));
    }
}
