using System.Globalization;
using System.Text.Json;
using AmoCrm.Sdk.Json;

namespace AmoCrm.Sdk.Dispatch;

/// <summary>
/// The converters of dynamic arguments: strict about meaning, lenient about form, for ids arrive as text and flags as numbers. Those of one type are delegates, not methods:
/// binders name them 300 times, and the compiler writes out at each place how it makes and keeps a delegate of a method.
/// </summary>
internal static partial class Argument
{
    private const long LastUnixSecond = 253402300799;

    /// <summary>Text; a number is taken as it is written, for phones and codes are often given so.</summary>
    public static readonly ArgumentConverter<string> String = static (value, context) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Number => value.GetRawText(),
        _ => throw context.WrongKind(value, "text"),
    };

    /// <summary>Text that is not empty: a value of an open set of codes, for amoCRM adds codes.</summary>
    public static string Word(JsonElement value, ArgumentContext context) =>
        String(value, context) is { Length: > 0 } text ? text : throw context.WrongKind(value, "a word");

    /// <summary>A value of an open enum: a word that is not empty.</summary>
    public static T StringEnum<T>(JsonElement value, ArgumentContext context)
        where T : struct, IOpenEnum<T, string> =>
        Word(value, context);

    /// <summary>A value of an open enum: a whole number or a string of digits.</summary>
    public static T IntegerEnum<T>(JsonElement value, ArgumentContext context)
        where T : struct, IOpenEnum<T, long> =>
        Int64(value, context);

    /// <summary>A whole number or a string of digits.</summary>
    public static readonly ArgumentConverter<long> Int64 = static (value, context) =>
        TryInteger(value, out var number) ? number : throw context.WrongKind(value, "a whole number or a string of digits");

    /// <summary>A whole number or a string of digits.</summary>
    public static readonly ArgumentConverter<int> Int32 = static (value, context) =>
        TryInteger(value, out var number) && number is >= int.MinValue and <= int.MaxValue
            ? (int)number
            : throw context.WrongKind(value, "a whole number or a string of digits, no longer than 32 bits");

    /// <summary>A number, or text that is one with a decimal point.</summary>
    public static readonly ArgumentConverter<decimal> Decimal = static (value, context) =>
    {
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        var number = 0m;
        var valid = value.ValueKind switch
        {
            JsonValueKind.Number => value.TryGetDecimal(out number),
            JsonValueKind.String => decimal.TryParse(value.GetString(), Style, CultureInfo.InvariantCulture, out number),
            _ => false,
        };
        return valid ? number : throw context.WrongKind(value, "a number, or text such as \"12.5\"");
    };

    /// <summary>true or false, as such, as text, or as 1 and 0.</summary>
    public static readonly ArgumentConverter<bool> Bool = static (value, context) => value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number when value.TryGetInt64(out var number) && number is 0 or 1 => number == 1,
        JsonValueKind.String when Flag(value.GetString()!) is { } flag => flag,
        _ => throw context.WrongKind(value, "true or false (or 1 or 0)"),
    };

    /// <summary>Unix seconds (UTC), or ISO 8601 text with its offset.</summary>
    public static readonly ArgumentConverter<DateTimeOffset> UnixTime = static (value, context) =>
    {
        if (TryInteger(value, out var seconds))
        {
            return seconds is >= 0 and <= LastUnixSecond
                ? DateTimeOffset.FromUnixTimeSeconds(seconds)
                : throw context.Error("must be unix time in seconds; this number is no such time (milliseconds are not taken)");
        }

        if (value.ValueKind == JsonValueKind.String && value.GetString()!.Trim() is var text
            && IsoTime.IsMeantBy(text)
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
        {
            return HasOffset(text)
                ? time
                : throw context.Error("is a time without an offset, which could be any time zone's: write \"2026-03-01T09:00:00+03:00\", or unix seconds");
        }

        throw context.WrongKind(value, "unix seconds, or ISO 8601 text with an offset such as \"2026-03-01T09:00:00+03:00\"");
    };

    /// <summary>Any JSON value, as it is.</summary>
    public static readonly ArgumentConverter<JsonElement> Json = static (value, _) =>
    {
        ReadTexts(value);
        return value.Clone();
    };

    // Half of a surrogate pair throws when it is read. Better here, where it is an argument that is wrong, than when the request is written.
    private static void ReadTexts(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                _ = value.GetString();
                break;
            case JsonValueKind.Array:
                foreach (var item in value.EnumerateArray())
                {
                    ReadTexts(item);
                }

                break;
            case JsonValueKind.Object:
                foreach (var member in value.EnumerateObject())
                {
                    _ = member.Name;
                    ReadTexts(member.Value);
                }

                break;
        }
    }

    private static bool TryInteger(JsonElement value, out long number)
    {
        number = 0;
        switch (value.ValueKind)
        {
            case JsonValueKind.Number when value.TryGetInt64(out number):
                return true;
            // 5.0 is what some engines make of 5.
            case JsonValueKind.Number when value.TryGetDecimal(out var fraction) && decimal.IsInteger(fraction) && fraction is >= long.MinValue and <= long.MaxValue:
                number = (long)fraction;
                return true;
            case JsonValueKind.String:
                return long.TryParse(value.GetString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);
            default:
                return false;
        }
    }

    private static bool? Flag(string text) => text switch
    {
        "1" => true,
        "0" => false,
        _ when text.Equals("true", StringComparison.OrdinalIgnoreCase) => true,
        _ when text.Equals("false", StringComparison.OrdinalIgnoreCase) => false,
        _ => null,
    };

    // An offset is a Z, or a sign behind the time: the minus signs of a date stand before its T (or blank).
    private static bool HasOffset(string text)
    {
        var time = text.AsSpan().TrimEnd();
        var start = time.IndexOfAny('T', 't', ' ');
        return start > 0 && (time[^1] is 'Z' or 'z' || time[start..].IndexOfAny('+', '-') > 0);
    }
}
