using System.Reflection;
using System.Text.Json.Serialization;
using AmoCrm.Sdk.Json;

namespace AmoCrm.Sdk.Fuzzing.Oracles;

/// <summary>A reader of the SDK with its writer.</summary>
/// <param name="Read">Reads one value.</param>
/// <param name="Write">Writes what was read.</param>
internal sealed record JsonCodec(JsonValueReader<object> Read, JsonValueWriter<object> Write)
{
    /// <summary>All of them, by the names of the types: a new model is fuzzed the day it is there. A secret is none of them, for it is not written.</summary>
    public static IReadOnlyDictionary<string, JsonCodec> All { get; } = typeof(AmoCrmClient).Assembly.GetTypes()
        .Where(static type => type != typeof(AmoCrmSecret))
        .Select(static type => (Type: type, Converter: type.GetCustomAttribute<JsonConverterAttribute>(inherit: false)?.ConverterType))
        .Where(static pair => pair.Converter is not null)
        .ToDictionary(static pair => pair.Type.Name, static pair => Of(pair.Type, pair.Converter!), StringComparer.Ordinal);

    private static JsonCodec Of(Type type, Type converter) => (JsonCodec)typeof(JsonCodec)
        .GetMethod(nameof(OfType), BindingFlags.NonPublic | BindingFlags.Static)!
        .MakeGenericMethod(type)
        .Invoke(null, [Activator.CreateInstance(converter)])!;

    private static JsonCodec OfType<T>(JsonConverter<T> converter) => new(
        (ref Utf8JsonReader reader) => converter.Read(ref reader, typeof(T), JsonSerializerOptions.Default),
        (writer, value) => converter.Write(writer, (T)value, JsonSerializerOptions.Default));
}
