using AmoCrm.Sdk.Auth;
using AmoCrm.Sdk.Fuzzing.Oracles;

namespace AmoCrm.Sdk.Fuzzing.Targets;

/// <summary>Hosts as settings and tokens name them: a subdomain, and a domain on the second line.</summary>
internal sealed class HostsTarget : FuzzTarget
{
    public override string Name => "hosts";

    public override IEnumerable<string> Words => [".amocrm.ru", ".amocrm.com", ".kommo.com", "api-", "www.", "https://", ":443", "/", "@", "%2e", "\u3002", "xn--", "\u00ad", "\t", "\r\n"];

    public override IReadOnlyList<GrowingInput> Growing =>
    [
        new("long label", static size => new string('a', size)),
        new("many labels", static size => GrowingInput.Repeat("a.", size) + "amocrm.ru"),
    ];

    public override ValueTask RunAsync(byte[] input)
    {
        var text = Encoding.UTF8.GetString(input);
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        var (subdomain, domain) = end < 0 ? (text, null) : (text[..end], text[(end + 1)..]);
        if (AccountHost.TryParse(subdomain, domain, out var host))
        {
            FuzzFailureException.ThrowUnless(HostOracle.IsAccount(host.Value), "An account's host is one label under a domain of amoCRM.");
            FuzzFailureException.ThrowUnless(AccountHost.Parse(host.Value) == host && AccountHost.Parse(host.Subdomain, host.Domain) == host, "A host that was read is read the same again.");
        }
        else
        {
            CheckRefusal(subdomain, domain);
        }

        FuzzFailureException.ThrowUnless(!ApiDomain.TryParse(text, out var api) || HostOracle.IsApiDomain(api.Value), "An API's host is one label under a domain of amoCRM.");
        return ValueTask.CompletedTask;
    }

    private static void CheckRefusal(string subdomain, string? domain)
    {
        try
        {
            AccountHost.Parse(subdomain, domain);
        }
        catch (FormatException exception)
        {
            Canary.ThrowIfIn(exception);
            return;
        }

        throw new FuzzFailureException("What is no host is refused in both ways.");
    }
}
