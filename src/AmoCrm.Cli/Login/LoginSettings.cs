using AmoCrm.Cli.Connection;
using AmoCrm.Cli.Output;
using AmoCrm.Cli.Tokens;
using AmoCrm.Sdk;

namespace AmoCrm.Cli.Login;

/// <summary>Sees to it that the settings hold what an authorisation needs: from the command line, the emulator, or the person at the terminal.</summary>
/// <param name="console">Where the person is asked.</param>
/// <param name="connection">The store and the agent.</param>
/// <param name="emulator">The emulator that is logged in to; null for amoCRM.</param>
internal sealed class LoginSettings(CliConsole console, AccountConnection connection, EmulatorFacts? emulator)
{
    private readonly string _agent = connection.Options.AgentId;
    private readonly OpenStore _opened = connection.Store!;

    /// <summary>Completes the settings and saves what is new in them.</summary>
    /// <returns>The settings.</returns>
    /// <exception cref="CliUsageException">Something is missing and nobody can be asked for it, or it does not fit what is there.</exception>
    public async Task<AmoCrmSettings> EnsureAsync(LoginChoices choices, CancellationToken cancellationToken)
    {
        var exists = await _opened.HasAgentAsync(_agent, cancellationToken).ConfigureAwait(false);
        var before = exists ? await _opened.Store.ResolveAsync(_agent, cancellationToken).ConfigureAwait(false) : new AmoCrmSettings();
        if (emulator is not null && (before.ClientId ?? before.Subdomain) is not null)
        {
            emulator.Demand(before, _agent, _opened.Place);
        }

        DemandFreeAccount(choices, before);
        var own = emulator?.Accounts[0];
        var clientId = choices.ClientId ?? own?.ClientId ?? before.ClientId ?? await AskAsync("client_id", "Integration ID (client_id):", isSecret: false, cancellationToken).ConfigureAwait(false);
        if (choices.ClientIdOfCode is { } integration && !integration.Equals(clientId, StringComparison.OrdinalIgnoreCase))
        {
            throw new CliUsageException($"The address belongs to another integration than the client_id of agent '{_agent}'. Nothing was sent.");
        }

        var secret = choices.ClientSecret ?? own?.ClientSecret ?? before.ClientSecret ?? await AskAsync("client_secret", "Secret key (client_secret, not shown):", isSecret: true, cancellationToken).ConfigureAwait(false);
        var redirectUri = choices.RedirectUri ?? own?.RedirectUri ?? before.RedirectUri ?? await AskAsync("redirect_uri", "Redirect URI, exactly as it is registered:", isSecret: false, cancellationToken).ConfigureAwait(false);
        var subdomain = before.Subdomain ?? choices.Account ?? (choices.Code is null ? null : own?.Subdomain ?? await AskAsync("subdomain", "Account (mycompany or mycompany.amocrm.ru):", isSecret: false, cancellationToken).ConfigureAwait(false));
        AmoCrmSettings Complete(AmoCrmSettings settings) =>
            settings with { ClientId = clientId, ClientSecret = secret, RedirectUri = redirectUri, Subdomain = settings.Subdomain ?? subdomain };
        if (Complete(before) != before)
        {
            await SettingsChange.SaveAsync(_opened, _agent, Complete, cancellationToken).ConfigureAwait(false);
        }

        return Complete(before);
    }

    // On the consent page the person chooses the account. An account here would be one that nobody asks for.
    private void DemandFreeAccount(LoginChoices choices, AmoCrmSettings before)
    {
        if (choices is { Account: not null, Code: null } && before.Subdomain is not null && before.Subdomain != choices.Account)
        {
            throw new CliUsageException(
                $"Agent '{_agent}' has an account in its settings, and another one is chosen on amoCRM's consent page: leave --account out, or give it with --code.");
        }
    }

    private async Task<string> AskAsync(string key, string question, bool isSecret, CancellationToken cancellationToken)
    {
        if (console.Prompts is null)
        {
            throw new CliUsageException(
                $"Agent '{_agent}' in {_opened.Place} has no {key}, and there is no terminal to ask at: give it to 'amocrm login' (see --help) or 'amocrm settings set {key}=-'.");
        }

        var answer = isSecret
            ? await Questions.AskSecretAsync(console, question, cancellationToken).ConfigureAwait(false)
            : await Questions.AskAsync(console, question, cancellationToken).ConfigureAwait(false);
        return answer.Length > 0 ? answer : throw new CliUsageException($"Without {key} nothing can be authorised. It is in the integration's keys and scopes.");
    }
}
