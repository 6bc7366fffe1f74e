using System.Buffers;

namespace AmoCrm.Sdk;

/// <summary>The host of one account, such as <c>mycompany.amocrm.ru</c>: one DNS label under a domain of amoCRM. Tokens are sent to nothing else.</summary>
public sealed record AccountHost
{
    /// <summary>The domain that is meant where none is given.</summary>
    public const string DefaultDomain = "amocrm.ru";

    private const int MaximumLabel = 63;

    private static readonly SearchValues<char> LabelCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");

    private AccountHost(string subdomain, string domain)
    {
        Subdomain = subdomain;
        Domain = domain;
    }

    /// <summary>The domains of amoCRM and Kommo under which accounts live.</summary>
    public static IReadOnlyList<string> Domains { get; } = [DefaultDomain, "amocrm.com", "kommo.com"];

    /// <summary>The account's own label: <c>mycompany</c>.</summary>
    public string Subdomain { get; }

    /// <summary>One of <see cref="Domains"/>.</summary>
    public string Domain { get; }

    /// <summary>The whole host: <c>mycompany.amocrm.ru</c>.</summary>
    public string Value => $"{Subdomain}.{Domain}";

    /// <summary>Makes a host from what people write into settings.</summary>
    /// <param name="subdomain">The label (<c>mycompany</c>) or the whole host (<c>mycompany.kommo.com</c>). Upper case is taken as lower case.</param>
    /// <param name="domain">One of <see cref="Domains"/>; null for <see cref="DefaultDomain"/>, or for what the whole host says.</param>
    /// <returns>The host.</returns>
    /// <exception cref="FormatException">It is no account's host; the message says what is allowed, and does not repeat the value.</exception>
    public static AccountHost Parse(string subdomain, string? domain = null) =>
        TryParse(subdomain, domain, out var host, out var problem) ? host : throw new FormatException(problem);

    /// <summary>Makes a host from what people write into settings, if it is one.</summary>
    /// <param name="subdomain">The label (<c>mycompany</c>) or the whole host (<c>mycompany.kommo.com</c>).</param>
    /// <param name="domain">One of <see cref="Domains"/>; null for <see cref="DefaultDomain"/>, or for what the whole host says.</param>
    /// <param name="host">The host; null when this answers false.</param>
    /// <returns>False when it is no account's host.</returns>
    public static bool TryParse(string? subdomain, string? domain, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out AccountHost? host) =>
        TryParse(subdomain, domain, out host, out _);

    /// <summary>The whole host.</summary>
    public override string ToString() => Value;

    internal static bool TryParse(
        string? subdomain,
        string? domain,
        [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out AccountHost? host,
        [System.Diagnostics.CodeAnalysis.NotNullWhen(false)] out string? problem)
    {
        host = null;
        if (string.IsNullOrEmpty(subdomain))
        {
            problem = "The account's subdomain is missing: it is the 'mycompany' of mycompany.amocrm.ru.";
            return false;
        }

        var label = Lower(subdomain);
        string? namedDomain = null;
        foreach (var known in Domains)
        {
            if (label.EndsWith($".{known}", StringComparison.Ordinal))
            {
                label = label[..^(known.Length + 1)];
                namedDomain = known;
                break;
            }
        }

        var givenDomain = string.IsNullOrEmpty(domain) ? null : Lower(domain);
        if (givenDomain is not null && !Domains.Contains(givenDomain, StringComparer.Ordinal))
        {
            problem = $"The account's domain is one of {string.Join(", ", Domains)}.";
            return false;
        }

        if (namedDomain is not null && givenDomain is not null && namedDomain != givenDomain)
        {
            problem = "The subdomain is a whole host of one domain, and another domain is given beside it: leave one of them out.";
            return false;
        }

        problem = LabelProblem(label);
        if (problem is not null)
        {
            return false;
        }

        host = new AccountHost(label, namedDomain ?? givenDomain ?? DefaultDomain);
        return true;
    }

    // Only ASCII is lowered: a Kelvin sign must not become a "k" (AccountHostTests holds the table of hostile values).
    private static string Lower(string text) => string.Create(text.Length, text, static (span, source) =>
    {
        for (var i = 0; i < span.Length; i++)
        {
            span[i] = char.IsAsciiLetterUpper(source[i]) ? (char)(source[i] | 0x20) : source[i];
        }
    });

    private static string? LabelProblem(string label)
    {
        if (label.Length is 0 or > MaximumLabel || label.AsSpan().ContainsAnyExcept(LabelCharacters) || label[0] == '-' || label[^1] == '-')
        {
            return "The account's subdomain is one DNS label of letters, digits and hyphens ('mycompany'), or the whole host (mycompany.amocrm.ru): "
                + "no scheme, no port, no path, no spaces.";
        }

        return label == "www" || label.StartsWith("api-", StringComparison.Ordinal)
            ? "The subdomain is one of amoCRM's own hosts, not an account's: take the one you see in the browser when you are in the account."
            : null;
    }
}
