using System.Text.Json;
using System.Text.Json.Nodes;

namespace AmoCrm.Sdk.Benchmarks;

/// <summary>Compares what the ways of a case read or sent.</summary>
internal static class SameWork
{
    /// <summary>Compares JSON by its values: the order of members and members that are null do not count.</summary>
    /// <param name="way">Whose it is.</param>
    /// <param name="expected">What it has to be.</param>
    /// <param name="actual">What it is.</param>
    /// <param name="skip">The names of members that no way reads.</param>
    /// <exception cref="DifferentWorkException">They differ.</exception>
    public static void Json(string way, ReadOnlySpan<byte> expected, ReadOnlySpan<byte> actual, params IReadOnlyList<string> skip)
    {
        var left = Plain(JsonNode.Parse(expected), skip);
        var right = Plain(JsonNode.Parse(actual), skip);
        if (!JsonNode.DeepEquals(left, right))
        {
            throw new DifferentWorkException($"{way} did not do the same work. Expected:\n{left?.ToJsonString()}\nbut it was:\n{right?.ToJsonString()}");
        }
    }

    /// <summary>Compares values.</summary>
    /// <exception cref="DifferentWorkException">They differ.</exception>
    public static void Value<T>(string way, T expected, T actual)
    {
        if (!EqualityComparer<T>.Default.Equals(expected, actual))
        {
            throw new DifferentWorkException($"{way} did not do the same work: expected {expected}, but it was {actual}.");
        }
    }

    private static JsonNode? Plain(JsonNode? node, IReadOnlyList<string> skip) => node switch
    {
        JsonObject value => new JsonObject(value
            .Where(member => member.Value is not null && !skip.Contains(member.Key))
            .Select(member => KeyValuePair.Create(member.Key, Plain(member.Value, skip)))),
        JsonArray array => new JsonArray([.. array.Select(item => Plain(item, skip))]),

        // 12.0 and 12 are one number, whatever type wrote it.
        JsonValue value when value.GetValueKind() == JsonValueKind.Number => JsonValue.Create(value.GetValue<decimal>() / 1.0000000000000000000000000000m),
        _ => node?.DeepClone(),
    };
}
