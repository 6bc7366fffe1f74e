using System.Text;
using AmoCrm.Sdk.Json;

namespace AmoCrm.Sdk.Auth.Authorization;

/// <summary>
/// What came back to the redirect URI. Anybody can send a browser there with anything: so each value counts only if it is there once, and an address of which two readers
/// could make two different things is refused as a whole.
/// </summary>
internal sealed class RedirectQuery
{
    private const int MaximumLength = 16 * 1024;


    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    /// <summary>False when a name is there twice, or something is not encoded as it has to be. Names that are there once can be read nevertheless.</summary>
    public bool IsUnambiguous { get; private set; } = true;

    public string? this[string name] => _values.GetValueOrDefault(name);

    public static RedirectQuery Parse(Uri address)
    {
        // As it came: the query of a parsed address is a cleaned one.
        var text = address.OriginalString;
        var query = new RedirectQuery();
        var start = text.IndexOf('?', StringComparison.Ordinal) + 1;
        var end = text.IndexOf('#', StringComparison.Ordinal) is >= 0 and var fragment ? fragment : text.Length;
        if (text.Length > MaximumLength)
        {
            query.IsUnambiguous = false;
        }
        else if (start > 0 && start < end)
        {
            query.Read(text[start..end]);
        }

        return query;
    }

    private void Read(string text)
    {
        var repeated = new HashSet<string>(StringComparer.Ordinal);
        foreach (var part in text.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (Decode(equals < 0 ? part : part[..equals]) is not { } name || Decode(equals < 0 ? string.Empty : part[(equals + 1)..]) is not { } value)
            {
                IsUnambiguous = false;
            }
            else if (!_values.TryAdd(name, value))
            {
                IsUnambiguous = false;
                repeated.Add(name);
            }
        }

        foreach (var name in repeated)
        {
            _values.Remove(name);
        }
    }

    private static string? Decode(string text)
    {
        var bytes = new byte[StrictUtf8.Encoding.GetMaxByteCount(text.Length)];
        var count = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var character = text[i];
            if (character == '%')
            {
                if (i + 2 >= text.Length || !char.IsAsciiHexDigit(text[i + 1]) || !char.IsAsciiHexDigit(text[i + 2]))
                {
                    return null;
                }

                bytes[count++] = Convert.FromHexString(text.AsSpan(i + 1, 2))[0];
                i += 2;
            }
            else if (character is > ' ' and < '\x7f')
            {
                bytes[count++] = (byte)(character == '+' ? ' ' : character);
            }
            else
            {
                return null;
            }
        }

        try
        {
            return StrictUtf8.Encoding.GetString(bytes, 0, count);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
