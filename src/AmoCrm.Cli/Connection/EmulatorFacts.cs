using System.Text.Json.Nodes;
using AmoCrm.Sdk;

namespace AmoCrm.Cli.Connection;

/// <summary>What an emulator tells about itself: its accounts with their tokens.</summary>
/// <param name="Address">Where it listens.</param>
/// <param name="Accounts">The settings with which its accounts are reached.</param>
internal sealed record EmulatorFacts(Uri Address, IReadOnlyList<AmoCrmSettings> Accounts)
{
    /// <summary>Whether it refuses requests above amoCRM's limits. Where it does not, nobody has to keep them.</summary>
    public bool EnforcesLimits { get; private init; } = true;

    /// <exception cref="CliUsageException">No emulator answers there.</exception>
    public static async Task<EmulatorFacts> ReadAsync(Uri address, CancellationToken cancellationToken)
    {
        using var http = new HttpClient { BaseAddress = address };
        try
        {
            var about = JsonNode.Parse(await http.GetStringAsync(new Uri("/_emulator", UriKind.Relative), cancellationToken).ConfigureAwait(false));
            return new EmulatorFacts(address, [.. about?["accounts"]?.AsArray().Select(Read) ?? []]) is { Accounts.Count: > 0 } facts
                ? facts with { EnforcesLimits = about?["enforces_limits"]?.GetValue<bool>() ?? true }
                : throw new CliUsageException($"The emulator at {address} did not tell its accounts: it is of another version.");
        }
        catch (HttpRequestException exception)
        {
            throw new CliUsageException($"No emulator answers at {address} ({exception.HttpRequestError}). Start one with 'amocrm emulator'.");
        }
    }

    /// <summary>Sees to it that settings from elsewhere belong here: an emulator that is given a real refresh token refuses it, and the store would note it as lost.</summary>
    /// <exception cref="CliUsageException">They do not.</exception>
    public void Demand(AmoCrmSettings settings, string agent, string place)
    {
        var isOurs = Accounts.Any(account =>
            (settings.ClientId is not null && settings.ClientId == account.ClientId)
            || (AccountHost.TryParse(settings.Subdomain, settings.Domain, out var host) && host.Value == account.Subdomain));
        if (!isOurs)
        {
            throw new CliUsageException(
                $"The settings of agent '{agent}' in {place} belong to no account of the emulator at {Address}: "
                + "leave the store out to use the emulator's own settings, or name another one and 'amocrm login --emulator' into it.");
        }
    }

    private static AmoCrmSettings Read(JsonNode? account) => new()
    {
        Subdomain = Text(account, "host"),
        AccessToken = Text(account, "access_token"),
        RefreshToken = Text(account, "refresh_token"),
        ClientId = Text(account, "client_id"),
        ClientSecret = Text(account, "client_secret"),
        RedirectUri = Text(account, "redirect_uri"),
    };

    private static string Text(JsonNode? account, string member) =>
        account?[member]?.GetValue<string>() ?? throw new CliUsageException($"The emulator did not tell its '{member}': it is of another version.");
}
