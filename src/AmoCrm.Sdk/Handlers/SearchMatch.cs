using System.Globalization;

namespace AmoCrm.Sdk.Handlers;

/// <summary>Verifies hits of amoCRM's full-text search, which looks into every field.</summary>
internal static class SearchMatch
{
    // +7, 8 and 7 begin the same Russian number: only the last ten digits tell phones apart.
    private const int SignificantDigits = 10;

    // Fewer digits fit half of all phones.
    private const int FewestDigits = 5;

    /// <exception cref="AmoCrmArgumentException">There is no such way to match.</exception>
    public static void Check<T>(string handler, T match, IReadOnlyList<T> known)
    {
        if (!known.Contains(match))
        {
            throw new AmoCrmArgumentException(handler, "match", $"There is no match '{match}': allowed are {string.Join(", ", known)}.");
        }
    }

    /// <exception cref="AmoCrmArgumentException">The text has too few digits to be a phone.</exception>
    public static void CheckPhone(string handler, string query)
    {
        if (LastDigits(query).Length < FewestDigits)
        {
            throw new AmoCrmArgumentException(handler, "query", string.Create(CultureInfo.InvariantCulture, $"A phone has at least {FewestDigits} digits."));
        }
    }

    public static bool Phone(CustomFieldValues? fields, string query)
    {
        var wanted = LastDigits(query);
        return (fields?.Phones ?? []).Any(phone => Fits(LastDigits(phone.Value ?? ""), wanted));
    }

    public static bool Email(CustomFieldValues? fields, string query) =>
        (fields?.Emails ?? []).Any(email => string.Equals(email.Value?.Trim(), query.Trim(), StringComparison.OrdinalIgnoreCase));

    public static bool Name(string? name, string query) => name?.Contains(query.Trim(), StringComparison.OrdinalIgnoreCase) is true;

    // A shorter query is an internal number or an end that somebody remembers: the phone must end with it.
    private static bool Fits(string phone, string wanted) => wanted.Length >= SignificantDigits ? phone == wanted : phone.EndsWith(wanted, StringComparison.Ordinal);

    /// <summary>The digits of a phone that tell it apart: at most the last ten.</summary>
    public static string LastDigits(string text)
    {
        var digits = string.Concat(text.Where(char.IsAsciiDigit));
        return digits.Length > SignificantDigits ? digits[^SignificantDigits..] : digits;
    }
}
