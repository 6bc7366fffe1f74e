using System.Diagnostics.CodeAnalysis;

namespace AmoCrm.Sdk.Auth;

/// <summary>
/// One of amoCRM's own API hosts, such as <c>api-a.amocrm.ru</c>, by which an account is found again after a rename. It comes from a claim of a token that nobody
/// verified, and a refresh token is sent there: so it is held to the same rules as an account's host.
/// </summary>
/// <param name="value">The whole host.</param>
internal sealed class ApiDomain(string value)
{
    public string Value => value;

    private const string Prefix = "api-";
    private const int MaximumLabel = 63;

    public static bool TryParse(string? text, [NotNullWhen(true)] out ApiDomain? domain)
    {
        domain = null;
        if (text is null || !text.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return false;
        }

        foreach (var known in AccountHost.Domains)
        {
            if (text.EndsWith($".{known}", StringComparison.Ordinal) && IsLabel(text.AsSpan(0, text.Length - known.Length - 1)))
            {
                domain = new ApiDomain(text);
                return true;
            }
        }

        return false;
    }

    private static bool IsLabel(ReadOnlySpan<char> label)
    {
        if (label.Length <= Prefix.Length || label.Length > MaximumLabel || label[^1] == '-')
        {
            return false;
        }

        foreach (var character in label)
        {
            if (!char.IsAsciiLetterLower(character) && !char.IsAsciiDigit(character) && character != '-')
            {
                return false;
            }
        }

        return true;
    }
}
