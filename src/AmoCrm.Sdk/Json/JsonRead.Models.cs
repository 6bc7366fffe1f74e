using System.Text.Json;

namespace AmoCrm.Sdk.Json;

/// <content>Models and open enums.</content>
internal static partial class JsonRead
{
    /// <summary>A model; null where the JSON has no object.</summary>
    public static T? Model<T>(ref Utf8JsonReader reader)
        where T : class, IJsonModel<T> =>
        T.ReadFrom(ref reader);

    /// <summary>A list of models, as by <see cref="List{T}(ref Utf8JsonReader, JsonValueReader{T})"/>.</summary>
    public static IReadOnlyList<T>? Models<T>(ref Utf8JsonReader reader)
        where T : class, IJsonModel<T> =>
        List(ref reader, JsonModel<T>.Reader);

    /// <summary>An enum whose values are texts; many objects repeat them.</summary>
    public static T StringEnum<T>(ref Utf8JsonReader reader)
        where T : struct, IOpenEnum<T, string> =>
        RepeatedString(ref reader) ?? string.Empty;

    /// <summary>An enum whose values are texts; null for JSON's null.</summary>
    public static T? StringEnumOrNull<T>(ref Utf8JsonReader reader)
        where T : struct, IOpenEnum<T, string> =>
        reader.TokenType == JsonTokenType.Null ? default(T?) : StringEnum<T>(ref reader);

    /// <summary>An enum whose values are whole numbers.</summary>
    public static T IntegerEnum<T>(ref Utf8JsonReader reader)
        where T : struct, IOpenEnum<T, long> =>
        Int64(ref reader);

    /// <summary>An enum whose values are whole numbers; null for JSON's null.</summary>
    public static T? IntegerEnumOrNull<T>(ref Utf8JsonReader reader)
        where T : struct, IOpenEnum<T, long> =>
        reader.TokenType == JsonTokenType.Null ? default(T?) : IntegerEnum<T>(ref reader);
}
