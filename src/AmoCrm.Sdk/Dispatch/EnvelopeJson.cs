using System.Text.Json;
using AmoCrm.Sdk.Json;

namespace AmoCrm.Sdk.Dispatch;

/// <summary>Writes the members of success envelopes.</summary>
internal static class EnvelopeJson
{
    /// <summary>A list under a name.</summary>
    public static void Items<T>(Utf8JsonWriter writer, string name, IReadOnlyList<T> items, JsonValueWriter<T> write)
    {
        writer.WriteStartArray(name);
        foreach (var item in items)
        {
            write(writer, item);
        }

        writer.WriteEndArray();
    }

    /// <summary>A value under a name; null is written as null.</summary>
    public static void Value<T>(Utf8JsonWriter writer, string name, T? value, JsonValueWriter<T> write)
    {
        writer.WritePropertyName(name);
        if (value is null)
        {
            writer.WriteNullValue();
        }
        else
        {
            write(writer, value);
        }
    }

    /// <summary>What a create or update answered: the entity that was read back, else the little that amoCRM sends, <c>{"id", "request_id", "updated_at"}</c>.</summary>
    public static void Entity<T>(Utf8JsonWriter writer, string name, T? entity, JsonValueWriter<T> write, long id, string? requestId, DateTimeOffset? updatedAt = null)
        where T : class
    {
        if (entity is not null)
        {
            Value(writer, name, entity, write);
            return;
        }

        writer.WriteStartObject(name);
        writer.WriteNumber("id"u8, id);
        if (requestId is not null)
        {
            writer.WriteString("request_id"u8, requestId);
        }

        if (updatedAt is { } time)
        {
            writer.WriteNumber("updated_at"u8, time.ToUnixTimeSeconds());
        }

        writer.WriteEndObject();
    }

    /// <summary><c>fetch_error</c>, when the write was done and reading it back was not; nothing otherwise.</summary>
    public static void FetchError(Utf8JsonWriter writer, AmoCrmException? error)
    {
        if (error is null)
        {
            return;
        }

        writer.WriteStartObject("fetch_error"u8);
        writer.WriteString("error"u8, error.Message);
        writer.WriteString("error_code"u8, error.ErrorCode);
        writer.WriteNumber("status_code"u8, error.StatusCode);
        writer.WriteEndObject();
    }

    /// <summary><c>completed_steps</c> of a handler that makes several requests.</summary>
    public static void CompletedSteps(Utf8JsonWriter writer, IReadOnlyList<string> steps) =>
        Items(writer, "completed_steps", steps, static (json, step) => json.WriteStringValue(step));

    /// <summary>A param as it was given; null is written as null.</summary>
    public static void Param(Utf8JsonWriter writer, string name, string? value) => writer.WriteString(name, value);

    /// <inheritdoc cref="Param(Utf8JsonWriter, string, string?)"/>
    public static void Param(Utf8JsonWriter writer, string name, long? value) =>
        Value(writer, name, value, static (json, number) => json.WriteNumberValue(number!.Value));

    /// <inheritdoc cref="Param(Utf8JsonWriter, string, string?)"/>
    public static void Param(Utf8JsonWriter writer, string name, decimal? value) =>
        Value(writer, name, value, static (json, number) => json.WriteNumberValue(number!.Value));

    /// <inheritdoc cref="Param(Utf8JsonWriter, string, string?)"/>
    public static void Param(Utf8JsonWriter writer, string name, bool? value) =>
        Value(writer, name, value, static (json, flag) => json.WriteBooleanValue(flag!.Value));

    /// <summary>A time param as unix seconds; null is written as null.</summary>
    public static void Param(Utf8JsonWriter writer, string name, DateTimeOffset? value) =>
        Value(writer, name, value, static (json, time) => json.WriteNumberValue(time!.Value.ToUnixTimeSeconds()));
}
