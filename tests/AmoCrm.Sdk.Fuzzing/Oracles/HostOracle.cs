using System.Text.RegularExpressions;

namespace AmoCrm.Sdk.Fuzzing.Oracles;

/// <summary>Which hosts tokens may be sent to, written down a second time in another way.</summary>
internal static partial class HostOracle
{
    public static bool IsAccount(string host) => Account().IsMatch(host) && LeadsTo(host);

    public static bool IsApiDomain(string host) => ApiDomain().IsMatch(host) && LeadsTo(host);

    // What the text says is where a request would go.
    private static bool LeadsTo(string host) =>
        Uri.TryCreate($"https://{host}/api/v4/account", UriKind.Absolute, out var uri) && uri is { UserInfo: "", IsDefaultPort: true, Query: "", Fragment: "", AbsolutePath: "/api/v4/account" } && uri.IdnHost == host;

    [GeneratedRegex(@"\A(?!www\.|api-)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.(?:amocrm\.ru|amocrm\.com|kommo\.com)\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Account();

    [GeneratedRegex(@"\Aapi-[a-z0-9-]{0,58}[a-z0-9]\.(?:amocrm\.ru|amocrm\.com|kommo\.com)\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex ApiDomain();
}
