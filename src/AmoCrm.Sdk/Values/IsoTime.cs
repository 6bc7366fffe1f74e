namespace AmoCrm.Sdk;

/// <summary>
/// Tells ISO 8601 from what .NET's parsers take as well: "05.03.2030" (which they read as the 3rd of May), "18:00" (today, by the clock of this machine).
/// </summary>
internal static class IsoTime
{
    private const int DateLength = 10;

    /// <summary>Whether the text begins with <c>yyyy-MM-dd</c>, and goes on with a time or not at all.</summary>
    public static bool IsMeantBy(ReadOnlySpan<char> text) =>
        text.Length >= DateLength
        && !text[..4].ContainsAnyExceptInRange('0', '9')
        && text[4] == '-'
        && !text[5..7].ContainsAnyExceptInRange('0', '9')
        && text[7] == '-'
        && !text[8..DateLength].ContainsAnyExceptInRange('0', '9')
        && (text.Length == DateLength || text[DateLength] is 'T' or 't' or ' ');
}
