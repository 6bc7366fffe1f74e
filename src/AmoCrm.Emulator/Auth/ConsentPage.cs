using AmoCrm.Emulator.Hosting;

namespace AmoCrm.Emulator.Auth;

/// <summary>
/// <c>GET https://www.amocrm.ru/oauth</c>: a person lets the integration into an account and is led back to it with a code. The person decides at once, as the switches say.
/// It is on the www hosts and never on an account's; also on loopback, because a browser cannot be told another Host header.
/// </summary>
internal static class ConsentPage
{
    private const string Path = "/oauth";

    private static readonly string[] QueryKeys = ["client_id", "state", "mode"];

    public static bool Serves(string host, string path) => path == Path && (ServiceHosts.IsWww(host) || AccountDirectory.IsLoopback(host));

    public static ExecutedRequest Execute(EmulatorCore core, IncomingRequest incoming)
    {
        var query = QueryTree.Parse(incoming.RawQuery);
        var unknown = query.All.Select(value => value.Key).Where(key => !QueryKeys.Contains(key, StringComparer.Ordinal)).ToList();
        return new ExecutedRequest(incoming.Method == "GET" ? Answered(core, query) : Problems.MethodNotAllowed(incoming.Method), unknown);
    }

    private static Answer Answered(EmulatorCore core, QueryTree query)
    {
        if (query.Scalar("client_id") != EmulatorDemo.ClientId)
        {
            return Problems.Page(400, "No integration has this client_id");
        }

        if (core.Behaviour.ConsentRefused)
        {
            return Back(core, query, ("error", "access_denied"));
        }

        var host = core.Behaviour.ConsentAccountHost;
        if ((host is null ? core.Directory.States[0] : core.Directory.Find(host)) is not { } account)
        {
            return Problems.Page(400, "The switch consent_account_host names no account of this emulator");
        }

        lock (account.Gate)
        {
            var code = account.Tokens.IssueCode(account, new Grant(account.Users.Admin.Long("id")!.Value));
            return Back(core, query, ("code", code), ("referer", account.Host), ("platform", account.IsRussian ? "1" : "2"), ("client_id", EmulatorDemo.ClientId));
        }
    }

    /// <summary>The state goes back only if it came.</summary>
    private static Answer Back(EmulatorCore core, QueryTree query, params (string Name, string Value)[] facts)
    {
        var pairs = query.Scalar("state") is { } state ? facts.Append((Name: "state", Value: state)) : facts;
        var separator = core.RedirectUri.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        return Answer.Redirect(core.RedirectUri + separator + string.Join('&', pairs.Select(pair => $"{pair.Name}={Uri.EscapeDataString(pair.Value)}")));
    }
}
