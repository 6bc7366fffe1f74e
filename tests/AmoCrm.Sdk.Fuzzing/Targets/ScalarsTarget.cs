using System.Buffers;
using AmoCrm.Sdk.Fuzzing.Oracles;
using AmoCrm.Sdk.Json;

namespace AmoCrm.Sdk.Fuzzing.Targets;

/// <summary>The lenient readers of single values: what .NET's strict ones read, they read the same.</summary>
internal sealed class ScalarsTarget : FuzzTarget
{
    public override string Name => "scalars";

    public override ValueTask RunAsync(byte[] input)
    {
        var strict = Parse(input);
        Check(input, static (ref Utf8JsonReader reader) => JsonRead.Int32OrNull(ref reader), strict is { ValueKind: JsonValueKind.Number } && strict.Value.TryGetInt32(out var int32) ? int32 : null);
        Check(input, static (ref Utf8JsonReader reader) => JsonRead.Int64OrNull(ref reader), strict is { ValueKind: JsonValueKind.Number } && strict.Value.TryGetInt64(out var int64) ? int64 : null);
        Check(input, static (ref Utf8JsonReader reader) => JsonRead.DecimalOrNull(ref reader), strict is { ValueKind: JsonValueKind.Number } && strict.Value.TryGetDecimal(out var number) ? number : null);
        Check(input, static (ref Utf8JsonReader reader) => JsonRead.BoolOrNull(ref reader), strict?.ValueKind is JsonValueKind.True or JsonValueKind.False ? strict.Value.GetBoolean() : null);
        Check(input, static (ref Utf8JsonReader reader) => JsonRead.String(ref reader), strict is { ValueKind: JsonValueKind.String } ? TextOf(strict.Value) : null);
        Check(input, static (ref Utf8JsonReader reader) => JsonRead.UnixTimeOrNull(ref reader), strict is { ValueKind: JsonValueKind.String } && TextOf(strict.Value) is not null && strict.Value.TryGetDateTimeOffset(out var time) && HasOffset(strict.Value) ? time : null);
        Check(input, static (ref Utf8JsonReader reader) => JsonRead.List(ref reader, JsonRead.Int64), expected: null);
        Check(input, static (ref Utf8JsonReader reader) => JsonRead.ElementOrNull(ref reader), expected: null);
        return ValueTask.CompletedTask;
    }

    private static void Check(byte[] input, JsonValueReader<object> read, object? expected)
    {
        var (isRead, value) = JsonReading.Read(new ReadOnlySequence<byte>(input), read);
        var (isReadInPieces, same) = JsonReading.Read(JsonReading.InPieces(input, 1), read);
        FuzzFailureException.ThrowUnless(isRead == isReadInPieces && Text(value) == Text(same), "What comes in pieces reads as the whole does.");
        FuzzFailureException.ThrowUnless(expected is null || Equals(expected, value), "What a strict reader reads, a lenient one reads the same.");
    }

    private static string? Text(object? value) => value switch
    {
        IEnumerable<long> numbers => string.Join(',', numbers),
        JsonElement element => Convert.ToHexString(System.Runtime.InteropServices.JsonMarshal.GetRawUtf8Value(element)),
        _ => value?.ToString(),
    };

    private static JsonElement? Parse(byte[] input)
    {
        try
        {
            using var document = JsonDocument.Parse(input);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? TextOf(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair.
            return null;
        }
    }

    // Without an offset .NET takes the machine's zone, and the SDK UTC.
    private static bool HasOffset(JsonElement value) => value.GetString() is { Length: > 10 } text && (text[^1] == 'Z' || text[10..].IndexOfAny(['+', '-']) > 0);
}
