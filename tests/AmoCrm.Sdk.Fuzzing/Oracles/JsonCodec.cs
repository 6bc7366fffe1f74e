using System.Reflection;
using AmoCrm.Sdk.Json;

namespace AmoCrm.Sdk.Fuzzing.Oracles;

/// <summary>A reader of the SDK with its writer.</summary>
/// <param name="Read">Reads one value.</param>
/// <param name="Write">Writes what was read.</param>
internal sealed record JsonCodec(JsonValueReader<object> Read, JsonValueWriter<object> Write)
{
    /// <summary>All of them, by the names of their converters: a new model is fuzzed the day it is there.</summary>
    public static IReadOnlyDictionary<string, JsonCodec> All { get; } = typeof(AmoCrmClient).Assembly.GetTypes()
        .Where(static type => type.Name.EndsWith("JsonConverter", StringComparison.Ordinal))
        .Select(static type => (type.Name, Read: type.GetMethod("ReadValue", BindingFlags.Public | BindingFlags.Static), Write: type.GetMethod("WriteValue", BindingFlags.Public | BindingFlags.Static)))
        .Where(static pair => pair is { Read: not null, Write: not null })
        .ToDictionary(static pair => pair.Name, static pair => Of(pair.Read!, pair.Write!), StringComparer.Ordinal);

    private static JsonCodec Of(MethodInfo read, MethodInfo write) => (JsonCodec)typeof(JsonCodec)
        .GetMethod(nameof(OfType), BindingFlags.NonPublic | BindingFlags.Static)!
        .MakeGenericMethod(write.GetParameters()[1].ParameterType)
        .Invoke(null, [read, write])!;

    private static JsonCodec OfType<T>(MethodInfo read, MethodInfo write)
    {
        var typedRead = read.CreateDelegate<JsonValueReader<T>>();
        var typedWrite = write.CreateDelegate<JsonValueWriter<T>>();
        return new JsonCodec((ref Utf8JsonReader reader) => typedRead(ref reader)!, (writer, value) => typedWrite(writer, (T)value));
    }
}
