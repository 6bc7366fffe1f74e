using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace AmoCrm.Sdk.Json;

/// <content>Scalars. The <c>OrNull</c> readers take null, an empty text, <c>false</c> and <c>[]</c>, which PHP sends for "nothing", as null.</content>
internal static partial class JsonRead
{
    private static readonly long MinimumUnixTime = DateTimeOffset.MinValue.ToUnixTimeSeconds();
    private static readonly long MaximumUnixTime = DateTimeOffset.MaxValue.ToUnixTimeSeconds();

    private delegate bool SpanParser<T>(ReadOnlySpan<char> text, out T value);

    /// <summary>A text; a number or a boolean becomes its JSON spelling (a request id may be either).</summary>
    public static string? String(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return Text(ref reader);
            case JsonTokenType.Number:
                return NumberText(ref reader);
            case JsonTokenType.True:
                return "true";
            case JsonTokenType.False:
                return "false";
            case JsonTokenType.Null:
                return null;
            case JsonTokenType.StartArray when IsEmptyArray(ref reader):
                return null;
            default:
                throw Unexpected(ref reader, "a text");
        }
    }

    /// <summary>A text that many objects repeat: it is made once. Anything else is read as by <see cref="String"/>.</summary>
    public static string? RepeatedString(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.String && !reader.HasValueSequence && !reader.ValueIsEscaped
            ? RepeatedTexts.Get(reader.ValueSpan)
            : String(ref reader);

    /// <summary>A 32-bit integer, also as text.</summary>
    public static int Int32(ref Utf8JsonReader reader) => Int32OrNull(ref reader) ?? throw Unexpected(ref reader, "a number");

    /// <summary>A 32-bit integer, also as text; null where there is none.</summary>
    public static int? Int32OrNull(ref Utf8JsonReader reader) => Int64OrNull(ref reader) switch
    {
        null => null,
        >= int.MinValue and <= int.MaxValue and { } value => (int)value,
        _ => throw new JsonException("A number does not fit in 32 bits."),
    };

    /// <summary>A 64-bit integer, also as text or with zero decimals (<c>5.0</c>).</summary>
    public static long Int64(ref Utf8JsonReader reader) => Int64OrNull(ref reader) ?? throw Unexpected(ref reader, "a number");

    /// <summary>A 64-bit integer, also as text or with zero decimals; null where there is none.</summary>
    public static long? Int64OrNull(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.Number when reader.TryGetInt64(out var value) => value,
        JsonTokenType.Null => null,
        _ => Int64OfDecimal(ref reader),
    };

    /// <summary>A decimal, also as text with a point.</summary>
    public static decimal Decimal(ref Utf8JsonReader reader) => DecimalOrNull(ref reader) ?? throw Unexpected(ref reader, "a number");

    /// <summary>A decimal, also as text with a point; null where there is none.</summary>
    public static decimal? DecimalOrNull(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.Number when reader.TryGetInt64(out var integer) => integer,
        JsonTokenType.Number => reader.TryGetDecimal(out var value) ? value : throw new JsonException("A number is too large for a decimal."),
        JsonTokenType.String => FromText<decimal>(ref reader, TryParseDecimal, "a number"),
        _ => Nothing<decimal>(ref reader, "a number"),
    };

    /// <summary>A boolean, also as 0 and 1 or as text.</summary>
    public static bool Bool(ref Utf8JsonReader reader) => BoolOrNull(ref reader) ?? throw Unexpected(ref reader, "a boolean");

    /// <summary>A boolean, also as 0 and 1 or as text; null where there is none.</summary>
    public static bool? BoolOrNull(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        JsonTokenType.Number when reader.TryGetInt64(out var number) && number is 0 or 1 => number == 1,
        JsonTokenType.String => FromText<bool>(ref reader, TryParseBool, "a boolean"),
        _ => Nothing<bool>(ref reader, "a boolean"),
    };

    /// <summary>A time: unix seconds as number or text, or ISO 8601 text (UTC where it names no offset).</summary>
    public static DateTimeOffset UnixTime(ref Utf8JsonReader reader) => UnixTimeOrNull(ref reader) ?? throw Unexpected(ref reader, "a time");

    /// <summary>A time: unix seconds as number or text, or ISO 8601 text; null where there is none.</summary>
    public static DateTimeOffset? UnixTimeOrNull(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.Number when reader.TryGetInt64(out var seconds) => TryParseUnixTime(seconds, out var time) ? time : throw Unexpected(ref reader, "a time"),
        JsonTokenType.Number => TryParseUnixTime(Decimal(ref reader), out var time) ? time : throw Unexpected(ref reader, "a time"),
        JsonTokenType.String => FromText<DateTimeOffset>(ref reader, TryParseTime, "a time"),
        _ => Nothing<DateTimeOffset>(ref reader, "a time"),
    };

    /// <summary>Any JSON, kept as it came.</summary>
    public static JsonElement Element(ref Utf8JsonReader reader) => JsonElement.ParseValue(ref reader);

    /// <summary>Any JSON, kept as it came; null for JSON's null.</summary>
    public static JsonElement? ElementOrNull(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Null ? null : JsonElement.ParseValue(ref reader);

    internal static bool TryParseTime(ReadOnlySpan<char> text, out DateTimeOffset time)
    {
        if (TryParseDecimal(text, out var seconds))
        {
            return TryParseUnixTime(seconds, out time);
        }

        time = default;
        return IsoTime.IsMeantBy(text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time);
    }

    internal static bool TryParseDecimal(ReadOnlySpan<char> text, out decimal value) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value);

    internal static bool TryParseBool(ReadOnlySpan<char> text, out bool value)
    {
        value = text is "1";
        return text is "0" or "1" || bool.TryParse(text, out value);
    }

    internal static bool TryParseUnixTime(long seconds, out DateTimeOffset time)
    {
        var fits = seconds >= MinimumUnixTime && seconds <= MaximumUnixTime;
        time = fits ? DateTimeOffset.FromUnixTimeSeconds(seconds) : default;
        return fits;
    }

    internal static bool TryParseUnixTime(decimal seconds, out DateTimeOffset time)
    {
        time = default;
        return seconds >= MinimumUnixTime && seconds <= MaximumUnixTime && TryParseUnixTime((long)seconds, out time);
    }

    private static long? Int64OfDecimal(ref Utf8JsonReader reader) => DecimalOrNull(ref reader) switch
    {
        null => null,
        >= long.MinValue and <= long.MaxValue and { } number when decimal.IsInteger(number) => (long)number,
        _ => throw new JsonException("A number is no 64-bit integer."),
    };

    private static T? FromText<T>(ref Utf8JsonReader reader, SpanParser<T> parse, string expected)
        where T : struct
    {
        // Numbers as text are the common case on this wire, so they cost no string. Longer text is rare and may.
        Span<char> buffer = stackalloc char[StackBuffer];
        var length = reader.HasValueSequence ? reader.ValueSequence.Length : reader.ValueSpan.Length;
        ReadOnlySpan<char> text = length <= StackBuffer ? buffer[..CopyText(ref reader, buffer)] : Text(ref reader);
        text = text.Trim();
        if (text.IsEmpty)
        {
            return null;
        }

        return parse(text, out var value) ? value : throw new JsonException($"Expected {expected}, found another text.");
    }

    private static int CopyText(ref Utf8JsonReader reader, scoped Span<char> buffer)
    {
        try
        {
            return reader.CopyString(buffer);
        }
        catch (InvalidOperationException exception)
        {
            throw BrokenText(exception);
        }
    }

    private static T? Nothing<T>(ref Utf8JsonReader reader, string expected)
        where T : struct
    {
        var nothing = reader.TokenType is JsonTokenType.Null or JsonTokenType.False
            || (reader.TokenType == JsonTokenType.StartArray && IsEmptyArray(ref reader));
        return nothing ? null : throw Unexpected(ref reader, expected);
    }

    /// <summary>True, and the reader is on the closing bracket, for <c>[]</c>; otherwise the reader has not moved.</summary>
    private static bool IsEmptyArray(ref Utf8JsonReader reader)
    {
        var ahead = reader;
        Advance(ref ahead);
        if (ahead.TokenType != JsonTokenType.EndArray)
        {
            return false;
        }

        reader = ahead;
        return true;
    }

    private static string NumberText(ref Utf8JsonReader reader) =>
        Encoding.UTF8.GetString(reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan);
}
