using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AmoCrm.Sdk.Tests.Samples;

/// <summary>Where JSON lacks something that other JSON has, or has another value. Nulls and <c>_links</c> say nothing and are passed over.</summary>
internal static class JsonDifference
{
    /// <summary>What <paramref name="actual"/> has lost of <paramref name="expected"/>: one line for each place.</summary>
    public static IEnumerable<string> Lost(JsonNode? expected, JsonNode? actual, string path = "$")
    {
        switch (expected)
        {
            case null:
                return [];
            case JsonObject members:
                return actual is JsonObject kept
                    ? members.Where(static member => member.Key != "_links").SelectMany(member => Lost(member.Value, kept[member.Key], $"{path}.{member.Key}"))
                    : [$"{path}: an object became {Text(actual)}"];
            case JsonArray items:
                return actual is JsonArray keptItems && keptItems.Count == items.Count
                    ? items.SelectMany((item, index) => Lost(item, keptItems[index], $"{path}[{index}]"))
                    : [$"{path}: a list of {items.Count} became {Text(actual)}"];
            default:
                return IsSame(expected, actual) ? [] : [$"{path}: {Text(expected)} became {Text(actual)}"];
        }
    }

    /// <summary>What differs either way.</summary>
    public static IEnumerable<string> Between(JsonNode? expected, JsonNode? actual) =>
        Lost(expected, actual).Concat(Lost(actual, expected).Select(static line => "not in the sample: " + line));

    private static bool IsSame(JsonNode expected, JsonNode? actual) =>
        JsonNode.DeepEquals(expected, actual)
        || (actual is not null && expected.GetValueKind() == JsonValueKind.Number && actual.GetValueKind() == JsonValueKind.Number
            && Number(expected) == Number(actual));

    private static decimal Number(JsonNode number) => decimal.Parse(number.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture);

    private static string Text(JsonNode? node) => node?.ToJsonString() ?? "nothing";
}
