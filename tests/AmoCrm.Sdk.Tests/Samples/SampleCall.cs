using System.Text.Json.Nodes;

namespace AmoCrm.Sdk.Tests.Samples;

/// <summary>A call by name that has to send one item of a request sample.</summary>
/// <param name="Handler">The handler.</param>
/// <param name="Arguments">Its arguments.</param>
/// <param name="Expected">What must be in the body: the object itself, or the only item of an array.</param>
internal sealed record SampleCall(string Handler, JsonObject Arguments, JsonNode Expected)
{
    // What a sample's item says and the body of one call does not, with the reason.
    private static readonly Dictionary<string, string> ElsewhereInTheCall = new(StringComparer.Ordinal)
    {
        ["id"] = "a single change names the object in its path",
        ["entity_id"] = "the entity is named in the path",
        ["request_id"] = "the SDK numbers the items of a batch itself, and one item needs no name",
    };

    public static SampleCall Of(string handler, JsonObject item, JsonObject arguments)
    {
        var expected = item.DeepClone().AsObject();
        foreach (var name in ElsewhereInTheCall.Keys.Where(name => name != "entity_id" || !handler.EndsWith("_task", StringComparison.Ordinal)))
        {
            expected.Remove(name);
        }

        // field_name is what answers say beside field_id; a request needs no name, and the SDK leaves it out.
        foreach (var field in expected["custom_fields_values"] as JsonArray ?? [])
        {
            field!.AsObject().Remove("field_name");
        }

        return new SampleCall(handler, arguments, expected);
    }
}
