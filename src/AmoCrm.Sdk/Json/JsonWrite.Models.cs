using System.Text.Json;

namespace AmoCrm.Sdk.Json;

/// <content>Models and open enums.</content>
internal static partial class JsonWrite
{
    /// <summary>Writes a member that is a model unless it is null.</summary>
    public static void Model<T>(Utf8JsonWriter writer, ReadOnlySpan<byte> name, T? model)
        where T : class, IJsonModel<T> =>
        Value(writer, name, model, JsonModel<T>.Writer);

    /// <summary>Writes a member that is a model; null as null.</summary>
    public static void ModelOrNull<T>(Utf8JsonWriter writer, ReadOnlySpan<byte> name, T? model)
        where T : class, IJsonModel<T> =>
        ValueOrNull(writer, name, model, JsonModel<T>.Writer);

    /// <summary>Writes a member that is a list of models unless it is null.</summary>
    public static void Models<T>(Utf8JsonWriter writer, ReadOnlySpan<byte> name, IReadOnlyList<T>? models)
        where T : class, IJsonModel<T> =>
        List(writer, name, models, JsonModel<T>.Writer);

    /// <summary>Writes a member that is a list of models; null as null.</summary>
    public static void ModelsOrNull<T>(Utf8JsonWriter writer, ReadOnlySpan<byte> name, IReadOnlyList<T>? models)
        where T : class, IJsonModel<T> =>
        ListOrNull(writer, name, models, JsonModel<T>.Writer);

    /// <summary>Writes an array of models.</summary>
    public static void Models<T>(Utf8JsonWriter writer, IReadOnlyList<T> models)
        where T : class, IJsonModel<T> =>
        List(writer, models, JsonModel<T>.Writer);

    /// <summary>Writes an enum whose values are texts.</summary>
    public static void StringEnum<T>(Utf8JsonWriter writer, T value)
        where T : struct, IOpenEnum<T, string> =>
        writer.WriteStringValue(value.Value);

    /// <summary>Writes an enum whose values are whole numbers.</summary>
    public static void IntegerEnum<T>(Utf8JsonWriter writer, T value)
        where T : struct, IOpenEnum<T, long> =>
        writer.WriteNumberValue(value.Value);
}
