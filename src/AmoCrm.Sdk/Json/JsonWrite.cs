using System.Text.Json;
using AmoCrm.Sdk.Dispatch;

namespace AmoCrm.Sdk.Json;

/// <summary>Members that are written only when there is something to write, and lists.</summary>
internal static partial class JsonWrite
{
    /// <summary>Writes a text member unless it is null.</summary>
    public static void String(Utf8JsonWriter writer, ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(name, value);
        }
    }

    /// <summary>Writes a number member unless it is null.</summary>
    public static void Number(Utf8JsonWriter writer, ReadOnlySpan<byte> name, long? value)
    {
        if (value is { } number)
        {
            writer.WriteNumber(name, number);
        }
    }

    /// <inheritdoc cref="Number(Utf8JsonWriter, ReadOnlySpan{byte}, long?)"/>
    public static void Number(Utf8JsonWriter writer, ReadOnlySpan<byte> name, decimal? value)
    {
        if (value is { } number)
        {
            AsItIs(writer, name, Plain(number));
        }
    }

    /// <summary>Writes a number member with the zeros that it has.</summary>
    public static void AsItIs(Utf8JsonWriter writer, ReadOnlySpan<byte> name, decimal value)
    {
        // Most are whole, and whole numbers are formatted in a fraction of the time.
        if (value.Scale == 0 && value is >= long.MinValue and <= long.MaxValue)
        {
            writer.WriteNumber(name, (long)value);
        }
        else
        {
            writer.WriteNumber(name, value);
        }
    }

    /// <summary>Writes a boolean member unless it is null.</summary>
    public static void Bool(Utf8JsonWriter writer, ReadOnlySpan<byte> name, bool? value)
    {
        if (value is { } flag)
        {
            writer.WriteBoolean(name, flag);
        }
    }

    /// <summary>Writes a time member as unix seconds unless it is null.</summary>
    public static void UnixTime(Utf8JsonWriter writer, ReadOnlySpan<byte> name, DateTimeOffset? value)
    {
        if (value is { } time)
        {
            writer.WriteNumber(name, time.ToUnixTimeSeconds());
        }
    }

    /// <summary>Writes a raw member unless it is null.</summary>
    public static void Element(Utf8JsonWriter writer, ReadOnlySpan<byte> name, JsonElement? value)
    {
        if (value is { ValueKind: not JsonValueKind.Undefined } element)
        {
            writer.WritePropertyName(name);
            Element(writer, element);
        }
    }

    /// <summary>Writes a member that is an object or a list unless it is null.</summary>
    public static void Value<T>(Utf8JsonWriter writer, ReadOnlySpan<byte> name, T? value, JsonValueWriter<T> write)
        where T : class
    {
        if (value is not null)
        {
            writer.WritePropertyName(name);
            write(writer, value);
        }
    }

    /// <inheritdoc cref="Value{T}(Utf8JsonWriter, ReadOnlySpan{byte}, T, JsonValueWriter{T})"/>
    public static void Value<T>(Utf8JsonWriter writer, ReadOnlySpan<byte> name, T? value, JsonValueWriter<T> write)
        where T : struct
    {
        if (value is { } present)
        {
            writer.WritePropertyName(name);
            write(writer, present);
        }
    }

    /// <summary>Writes a member that is a list unless it is null.</summary>
    public static void List<T>(Utf8JsonWriter writer, ReadOnlySpan<byte> name, IReadOnlyList<T>? items, JsonValueWriter<T> write)
    {
        if (items is not null)
        {
            writer.WritePropertyName(name);
            List(writer, items, write);
        }
    }

    /// <summary>Writes a member that is a list of whole numbers unless it is null.</summary>
    public static void Numbers(Utf8JsonWriter writer, ReadOnlySpan<byte> name, IReadOnlyList<long>? items) => List(writer, name, items, Number);

    /// <summary>Writes a member that is a list of texts unless it is null.</summary>
    public static void Strings(Utf8JsonWriter writer, ReadOnlySpan<byte> name, IReadOnlyList<string>? items) => List(writer, name, items, String);

    /// <summary>Writes an array.</summary>
    public static void List<T>(Utf8JsonWriter writer, IReadOnlyList<T> items, JsonValueWriter<T> write)
    {
        writer.WriteStartArray();
        for (var i = 0; i < items.Count; i++)
        {
            write(writer, items[i]);
        }

        writer.WriteEndArray();
    }

    /// <summary>Writes a text value; null as null.</summary>
    public static void String(Utf8JsonWriter writer, string? value) => writer.WriteStringValue(value);

    /// <summary>Writes a number value.</summary>
    public static void Number(Utf8JsonWriter writer, long value) => writer.WriteNumberValue(value);

    /// <inheritdoc cref="Number(Utf8JsonWriter, long)"/>
    public static void Number(Utf8JsonWriter writer, int value) => writer.WriteNumberValue(value);

    /// <inheritdoc cref="Number(Utf8JsonWriter, long)"/>
    public static void Number(Utf8JsonWriter writer, decimal value) => writer.WriteNumberValue(Plain(value));

    /// <summary>Writes a boolean value.</summary>
    public static void Bool(Utf8JsonWriter writer, bool value) => writer.WriteBooleanValue(value);

    /// <summary>Writes a time as unix seconds.</summary>
    public static void UnixTime(Utf8JsonWriter writer, DateTimeOffset value) => writer.WriteNumberValue(value.ToUnixTimeSeconds());

    /// <summary>Writes any JSON as it is; an element that was never set as null.</summary>
    public static void Element(Utf8JsonWriter writer, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Undefined)
        {
            writer.WriteNullValue();
            return;
        }

        var utf8 = JsonElements.GetUtf8(value);
        if (SurrogateEscapes.AreIn(utf8))
        {
            // Read once more, so that it is spelt as the writer spells the rest: what is read back is the same then (JsonIdentityTests).
            value = JsonElements.Parse(SurrogateEscapes.ReplaceHalves(utf8));
        }

        value.WriteTo(writer);
    }

    // 150.00 is not a whole number to amoCRM: decimal keeps the zeros it was made with, and dividing drops them.
    private static decimal Plain(decimal value) => value.Scale == 0 ? value : value / 1.0000000000000000000000000000m;
}
