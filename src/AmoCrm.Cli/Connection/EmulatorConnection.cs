using System.Text.Json.Nodes;
using AmoCrm.Sdk;

namespace AmoCrm.Cli.Connection;

/// <summary>Points a client at an emulator: the account's host and token are asked of the emulator itself.</summary>
internal static class EmulatorConnection
{
    public static async Task ApplyAsync(AmoCrmClientOptions options, Uri address, CancellationToken cancellationToken)
    {
        using var http = new HttpClient { BaseAddress = address };
        JsonNode? account;
        try
        {
            var about = await http.GetStringAsync(new Uri("/_emulator", UriKind.Relative), cancellationToken).ConfigureAwait(false);
            account = JsonNode.Parse(about)?["accounts"]?[0];
        }
        catch (HttpRequestException exception)
        {
            throw new CliUsageException($"No emulator answers at {address} ({exception.HttpRequestError}). Start one with 'amocrm emulator'.");
        }

        options.EmulatorAddress = address;
        options.SettingsResolver = new StaticSettingsResolver(new AmoCrmSettings
        {
            Subdomain = Text(account, "host"),
            AccessToken = Text(account, "access_token"),
            RefreshToken = Text(account, "refresh_token"),
            ClientId = Text(account, "client_id"),
            ClientSecret = Text(account, "client_secret"),
            RedirectUri = Text(account, "redirect_uri"),
        });
    }

    private static string Text(JsonNode? account, string member) =>
        account?[member]?.GetValue<string>() ?? throw new CliUsageException($"The emulator did not tell its '{member}': it is of another version.");
}
