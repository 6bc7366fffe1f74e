using System.Text.Json;

namespace AmoCrm.Sdk.Json;

/// <content>The twins for members that were assigned: null is written, since it clears the value in amoCRM.</content>
internal static partial class JsonWrite
{
    /// <summary>Writes a text member; null as null.</summary>
    public static void StringOrNull(Utf8JsonWriter writer, ReadOnlySpan<byte> name, string? value) => writer.WriteString(name, value);

    /// <summary>Writes a number member; null as null.</summary>
    public static void NumberOrNull(Utf8JsonWriter writer, ReadOnlySpan<byte> name, long? value)
    {
        WriteNull(writer, name, value is null);
        Number(writer, name, value);
    }

    /// <inheritdoc cref="NumberOrNull(Utf8JsonWriter, ReadOnlySpan{byte}, long?)"/>
    public static void NumberOrNull(Utf8JsonWriter writer, ReadOnlySpan<byte> name, decimal? value)
    {
        WriteNull(writer, name, value is null);
        Number(writer, name, value);
    }

    /// <summary>Writes a boolean member; null as null.</summary>
    public static void BoolOrNull(Utf8JsonWriter writer, ReadOnlySpan<byte> name, bool? value)
    {
        WriteNull(writer, name, value is null);
        Bool(writer, name, value);
    }

    /// <summary>Writes a time member as unix seconds; null as null.</summary>
    public static void UnixTimeOrNull(Utf8JsonWriter writer, ReadOnlySpan<byte> name, DateTimeOffset? value)
    {
        WriteNull(writer, name, value is null);
        UnixTime(writer, name, value);
    }

    /// <summary>Writes a raw member; null as null.</summary>
    public static void ElementOrNull(Utf8JsonWriter writer, ReadOnlySpan<byte> name, JsonElement? value)
    {
        writer.WritePropertyName(name);
        Element(writer, value ?? default);
    }

    /// <summary>Writes a member that is an object or a list; null as null.</summary>
    public static void ValueOrNull<T>(Utf8JsonWriter writer, ReadOnlySpan<byte> name, T? value, JsonValueWriter<T> write)
        where T : class
    {
        WriteNull(writer, name, value is null);
        Value(writer, name, value, write);
    }

    /// <inheritdoc cref="ValueOrNull{T}(Utf8JsonWriter, ReadOnlySpan{byte}, T, JsonValueWriter{T})"/>
    public static void ValueOrNull<T>(Utf8JsonWriter writer, ReadOnlySpan<byte> name, T? value, JsonValueWriter<T> write)
        where T : struct
    {
        WriteNull(writer, name, value is null);
        Value(writer, name, value, write);
    }

    /// <summary>Writes a member that is a list; null as null.</summary>
    public static void ListOrNull<T>(Utf8JsonWriter writer, ReadOnlySpan<byte> name, IReadOnlyList<T>? items, JsonValueWriter<T> write)
    {
        WriteNull(writer, name, items is null);
        List(writer, name, items, write);
    }

    private static void WriteNull(Utf8JsonWriter writer, ReadOnlySpan<byte> name, bool isNull)
    {
        if (isNull)
        {
            writer.WriteNull(name);
        }
    }
}
