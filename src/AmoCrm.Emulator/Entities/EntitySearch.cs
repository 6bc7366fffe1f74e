namespace AmoCrm.Emulator.Entities;

/// <summary><c>query</c>: a search over everything that is filled, digits included.</summary>
internal static class EntitySearch
{
    public static bool Matches(string name, FieldValues values, string query, params string?[] more)
    {
        var text = query.Trim();
        if (text.Length == 0)
        {
            return true;
        }

        var digits = IsPhoneLike(text) ? Digits(text) : string.Empty;
        return values.All.SelectMany(change => change.Values!.OfType<JsonObject>())
            .Select(value => value["value"]?.ToString())
            .Append(name).Concat(more)
            .Any(candidate => candidate is not null && Contains(candidate, text, digits));
    }

    public static bool Matches(EntityRecord record, string query) =>
        Matches(
            record.Name,
            record.Values,
            query,
            record.Fields.Text("first_name"),
            record.Fields.Text("last_name"),
            record.Fields.Text("price"),
            record.Id.ToString(CultureInfo.InvariantCulture));

    public static string Digits(string text) => new(text.Where(char.IsAsciiDigit).ToArray());

    private static bool Contains(string candidate, string text, string digits) =>
        candidate.Contains(text, StringComparison.OrdinalIgnoreCase)
        || (digits.Length >= 3 && Digits(candidate).Contains(digits, StringComparison.Ordinal));

    private static bool IsPhoneLike(string text) => text.All(symbol => char.IsAsciiDigit(symbol) || symbol is '+' or '-' or ' ' or '(' or ')');
}
