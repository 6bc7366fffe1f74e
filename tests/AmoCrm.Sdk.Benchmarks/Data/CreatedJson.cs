using System.Globalization;
using System.Text.Json.Nodes;

namespace AmoCrm.Sdk.Benchmarks.Data;

/// <summary>amoCRM's answer to a request that created leads.</summary>
internal static class CreatedJson
{
    public static byte[] Of(int count) => System.Text.Encoding.UTF8.GetBytes(new JsonObject
    {
        ["_links"] = Link("leads"),
        ["_embedded"] = new JsonObject
        {
            ["leads"] = new JsonArray([.. Enumerable.Range(0, count).Select(static index => (JsonNode)new JsonObject
            {
                ["id"] = Id(index),
                ["request_id"] = index.ToString(CultureInfo.InvariantCulture),
                ["_links"] = Link(string.Create(CultureInfo.InvariantCulture, $"leads/{Id(index)}")),
            })]),
        },
    }.ToJsonString());

    public static long Id(int index) => 10_185_151 + index;

    private static JsonObject Link(string path) => new() { ["self"] = new JsonObject { ["href"] = $"https://{SdkOptions.Host}/api/v4/{path}" } };
}
