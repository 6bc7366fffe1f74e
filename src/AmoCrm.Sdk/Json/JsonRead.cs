using System.Buffers;
using System.Text;
using System.Text.Json;

namespace AmoCrm.Sdk.Json;

/// <summary>
/// Reads amoCRM's JSON as it is really sent: numbers as text, <c>[]</c> for an empty object, a lone object for a list.
/// Whatever comes, the only exception is <see cref="JsonException"/>, and its message never quotes the data.
/// </summary>
internal static partial class JsonRead
{
    private const int StackBuffer = 256;


    /// <summary>Enters an object. Anything else (null, <c>[]</c>, a scalar) is skipped and the answer is false.</summary>
    public static bool StartObject(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.StartObject)
        {
            return true;
        }

        Skip(ref reader);
        return false;
    }

    /// <summary>Moves to the value of the next member; false at the end of the object.</summary>
    /// <param name="reader">The reader, inside the object.</param>
    /// <param name="name">The member's name in UTF-8, without escapes.</param>
    public static bool NextMember(ref Utf8JsonReader reader, out ReadOnlySpan<byte> name)
    {
        Advance(ref reader);
        if (reader.TokenType != JsonTokenType.PropertyName)
        {
            name = default;
            return false;
        }

        // Nearly every name lies in the input as it is; comparing it there is much of what makes reading fast.
        name = reader.HasValueSequence || reader.ValueIsEscaped ? CopyName(ref reader) : reader.ValueSpan;
        Advance(ref reader);
        return true;
    }

    /// <summary>Moves to the last token of the current value.</summary>
    public static void Skip(ref Utf8JsonReader reader)
    {
        // Not Skip(): it refuses a reader over a part of a stream even when the value is all there.
        if (!reader.TrySkip())
        {
            throw UnexpectedEnd();
        }
    }

    /// <summary>Moves to the next token, which must exist.</summary>
    public static void Advance(ref Utf8JsonReader reader)
    {
        if (!reader.Read())
        {
            throw UnexpectedEnd();
        }
    }

    /// <summary>The error for a model without a member that makes it what it is.</summary>
    public static JsonException MissingMember(string model, string member) =>
        new($"The JSON of {model} has no member '{member}'.");

    internal static JsonException Unexpected(ref Utf8JsonReader reader, string expected) =>
        new($"Expected {expected}, found {Describe(reader.TokenType)}.");

    /// <summary>The current name or string. An incomplete escape or broken UTF-8 is an error in the data, not in the caller.</summary>
    internal static string Text(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString() ?? string.Empty;
        }
        catch (InvalidOperationException exception)
        {
            throw BrokenText(exception);
        }
    }

    /// <summary>A name from <see cref="NextMember"/> as text.</summary>
    internal static string Text(ReadOnlySpan<byte> name)
    {
        try
        {
            return StrictUtf8.Encoding.GetString(name);
        }
        catch (DecoderFallbackException exception)
        {
            throw BrokenText(exception);
        }
    }

    private static ReadOnlySpan<byte> CopyName(ref Utf8JsonReader reader)
    {
        var name = new byte[reader.HasValueSequence ? reader.ValueSequence.Length : reader.ValueSpan.Length];
        if (!reader.ValueIsEscaped)
        {
            // As it is, like a name in one piece: whether it is valid UTF-8 is asked when it is made a text (corpus of the fuzzer: found-broken-name-in-pieces).
            reader.ValueSequence.CopyTo(name);
            return name;
        }

        try
        {
            return name.AsSpan(0, reader.CopyString(name));
        }
        catch (InvalidOperationException exception)
        {
            throw BrokenText(exception);
        }
    }

    private static JsonException UnexpectedEnd() => new("The JSON ends in the middle of a value.");

    private static JsonException BrokenText(Exception inner) => new("A text in the JSON is not valid Unicode.", inner);

    private static string Describe(JsonTokenType token) => token switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "an array",
        JsonTokenType.String => "a text",
        JsonTokenType.Number => "a number",
        JsonTokenType.True or JsonTokenType.False => "a boolean",
        JsonTokenType.Null => "null",
        _ => token.ToString(),
    };
}
