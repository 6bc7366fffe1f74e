using System.Text.Json;

namespace AmoCrm.Sdk.Json;

/// <summary>The commonest shape of <c>values</c>: <c>[{"value": …}]</c>, one object with one member.</summary>
internal static class SingleValueJson
{
    /// <summary>Moves from the array's bracket to the value; false for every other shape.</summary>
    public static bool TryEnter(ref Utf8JsonReader reader)
    {
        JsonRead.Advance(ref reader);
        return TryEnterItem(ref reader);
    }

    /// <summary>Moves from the value to the array's closing bracket; false when something else is there.</summary>
    public static bool TryLeave(ref Utf8JsonReader reader)
    {
        if (!TryLeaveItem(ref reader))
        {
            return false;
        }

        JsonRead.Advance(ref reader);
        return reader.TokenType == JsonTokenType.EndArray;
    }

    /// <summary>Moves from the object's brace to the value of its first member, which must be <c>value</c>.</summary>
    public static bool TryEnterItem(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return false;
        }

        return JsonRead.NextMember(ref reader, out var member) && member.SequenceEqual("value"u8);
    }

    /// <summary>Moves from the value to the object's closing brace; false when there is a further member.</summary>
    public static bool TryLeaveItem(ref Utf8JsonReader reader) => !JsonRead.NextMember(ref reader, out _);

    /// <summary>Writes a value that came as text as the text that it was.</summary>
    public static void Write(Utf8JsonWriter writer, string text)
    {
        writer.WriteStartArray();
        writer.WriteStartObject();
        writer.WriteString("value"u8, text);
        writer.WriteEndObject();
        writer.WriteEndArray();
    }
}
