using System.CommandLine;
using AmoCrm.Cli.Output;

namespace AmoCrm.Cli.Login;

/// <summary>The options of <c>amocrm login</c> beside the store.</summary>
/// <param name="console">Where <c>-</c> is asked for.</param>
internal sealed class LoginOptions(CliConsole console)
{
    // As long as an answer of the consent page counts.
    private const int LongestMinutes = 60;

    private readonly Option<string?> _account = new("--account") { Description = "The account, where the settings name none: mycompany or mycompany.kommo.com.", HelpName = "HOST" };
    private readonly Option<string?> _clientId = new("--client-id") { Description = "The integration's id; saved.", HelpName = "ID" };
    private readonly Option<string?> _clientSecret = new("--client-secret") { Description = "The integration's secret key; saved. '-' asks for it or reads a line of standard input.", HelpName = "KEY" };
    private readonly Option<string?> _redirectUri = new("--redirect-uri") { Description = "The integration's redirect URI, exactly as it is registered; saved.", HelpName = "URI" };
    private readonly Option<string?> _code = new("--code") { Description = "A code copied from the integration's dialog, instead of the consent page; '-' as above.", HelpName = "CODE" };
    private readonly Option<string?> _redirectedTo = new("--redirected-to") { Description = "The address at which a browser ended, with a code in it; '-' as above.", HelpName = "URL" };
    private readonly Option<bool> _noBrowser = new("--no-browser") { Description = "Only print the address of the consent page." };
    private readonly Option<int> _timeout = new("--timeout")
    {
        Description = $"How long to wait for the browser to come back, at most {LongestMinutes}.",
        HelpName = "MINUTES",
        DefaultValueFactory = static _ => 5,
    };

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _account, _clientId, _clientSecret, _redirectUri, _code, _redirectedTo, _noBrowser, _timeout })
        {
            command.Options.Add(option);
        }
    }

    /// <exception cref="CliUsageException">Some exclude each other or are out of range.</exception>
    public async Task<LoginChoices> ReadAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        if (parsed.GetValue(_code) is not null && parsed.GetValue(_redirectedTo) is not null)
        {
            throw new CliUsageException("Give either the code alone (--code) or the address with the code in it (--redirected-to).");
        }

        if (parsed.GetValue(_timeout) is < 1 or > LongestMinutes)
        {
            throw new CliUsageException($"--timeout takes minutes, from 1 to {LongestMinutes}.");
        }

        var secret = await TextAsync(parsed.GetValue(_clientSecret), "Secret key (not shown):", cancellationToken).ConfigureAwait(false);
        var code = await TextAsync(parsed.GetValue(_code), "Code (not shown):", cancellationToken).ConfigureAwait(false);
        var address = await TextAsync(parsed.GetValue(_redirectedTo), "Address (not shown):", cancellationToken).ConfigureAwait(false);
        var pasted = address is null ? null : PastedRedirect.Parse(address);
        return new LoginChoices
        {
            Account = parsed.GetValue(_account) ?? pasted?.Account,
            ClientId = parsed.GetValue(_clientId),
            ClientSecret = secret,
            RedirectUri = parsed.GetValue(_redirectUri),
            Code = code ?? pasted?.Code,
            ClientIdOfCode = pasted?.ClientId,
            OpensBrowser = !parsed.GetValue(_noBrowser),
            Timeout = TimeSpan.FromMinutes(parsed.GetValue(_timeout)),
        };
    }

    private async Task<string?> TextAsync(string? given, string question, CancellationToken cancellationToken) => given switch
    {
        "-" when await Questions.AskSecretAsync(console, question, cancellationToken).ConfigureAwait(false) is var answer =>
            answer.Length > 0 ? answer : throw new CliUsageException("Nothing was given where '-' asked for it."),
        "" => throw new CliUsageException("An option of 'amocrm login' was given without a value."),
        _ => given,
    };
}
