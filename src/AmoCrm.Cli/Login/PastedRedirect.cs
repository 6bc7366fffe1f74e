using AmoCrm.Sdk;
using Microsoft.AspNetCore.WebUtilities;

namespace AmoCrm.Cli.Login;

/// <summary>An address at which a browser ended after the consent page, pasted by a person. Messages repeat nothing of it: there is a code in it.</summary>
/// <param name="Code">The code.</param>
/// <param name="Account">The account's host as amoCRM names it; null when it does not.</param>
/// <param name="ClientId">The integration as amoCRM names it; null when it does not.</param>
internal sealed record PastedRedirect(AmoCrmSecret Code, string? Account, string? ClientId)
{
    /// <exception cref="CliUsageException">It is no such address.</exception>
    public static PastedRedirect Parse(string text)
    {
        var values = QueryHelpers.ParseQuery(Address(text).Query);
        if (values.ContainsKey("error"))
        {
            throw new CliFailureException("The address tells of a refusal on amoCRM's consent page: somebody who may (the first time an administrator of the account) has to allow the integration.");
        }

        return new PastedRedirect(One("code") ?? throw new CliUsageException("The address holds no code: paste all of it, from http to its end."), One("referer"), One("client_id"));

        string? One(string name) => values.TryGetValue(name, out var found) && found is [{ Length: > 0 } value] ? value : null;
    }

    /// <exception cref="CliUsageException">It is no address.</exception>
    public static Uri Address(string text) =>
        Uri.TryCreate(text.Trim(), UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
            ? address
            : throw new CliUsageException("That is no address: paste what the address bar of the browser shows, from http to its end.");
}
