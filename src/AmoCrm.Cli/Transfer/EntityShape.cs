using System.Text.Json;
using AmoCrm.Sdk.Dispatch;

namespace AmoCrm.Cli.Transfer;

/// <summary>The members of what a list answers, in the model's order, as the handler's schema tells them.</summary>
/// <param name="members">The members.</param>
internal sealed class EntityShape(IReadOnlyList<EntityMember> members)
{
    public const string Embedded = "_embedded";
    public const string CustomFields = "custom_fields_values";

    public IReadOnlyList<EntityMember> Members => members;

    public bool Has(string name, bool isEmbedded) => members.Any(member => member.Name == name && member.IsEmbedded == isEmbedded);

    /// <summary>The shape of the items of a list handler.</summary>
    public static EntityShape Of(HandlerDescriptor list)
    {
        var schema = list.GetResultSchema();
        var definitions = schema.GetProperty("$defs");
        var item = Resolve(schema.GetProperty("properties").GetProperty("items").GetProperty("items"), definitions);
        return new EntityShape([.. MembersOf(item, isEmbedded: false, definitions)]);
    }

    private static IEnumerable<EntityMember> MembersOf(JsonElement schema, bool isEmbedded, JsonElement definitions)
    {
        foreach (var property in schema.GetProperty("properties").EnumerateObject())
        {
            if (property.Name != Embedded)
            {
                yield return new EntityMember(property.Name, isEmbedded, KindOf(property.Name, property.Value, definitions));
                continue;
            }

            foreach (var member in MembersOf(property.Value, isEmbedded: true, definitions))
            {
                yield return member;
            }
        }
    }

    private static EntityMemberKind KindOf(string name, JsonElement schema, JsonElement definitions)
    {
        var types = TypesOf(schema);
        return types switch
        {
            _ when name == CustomFields => EntityMemberKind.CustomFields,
            _ when types.Contains("array") => ListKindOf(name, schema, definitions),
            _ when types.Contains("integer") && types.Contains("string") => EntityMemberKind.Time,
            [] => EntityMemberKind.Json,
            _ when types.Contains("object") => EntityMemberKind.Json,
            _ => EntityMemberKind.Scalar,
        };
    }

    // Where a link is no more than an id, and whether it is the main one, the id says it; the quantity of a catalog element would be lost.
    private static EntityMemberKind ListKindOf(string name, JsonElement schema, JsonElement definitions)
    {
        if (name == "tags")
        {
            return EntityMemberKind.Tags;
        }

        var item = schema.TryGetProperty("items", out var items) ? Resolve(items, definitions) : default;
        return item.ValueKind == JsonValueKind.Object && item.TryGetProperty("properties", out var properties)
            && properties.TryGetProperty("id", out _) && properties.EnumerateObject().All(static property => property.Name is "id" or "is_main")
            ? EntityMemberKind.Links
            : EntityMemberKind.Json;
    }

    private static string[] TypesOf(JsonElement schema) => schema.TryGetProperty("type", out var type)
        ? type.ValueKind == JsonValueKind.Array ? [.. type.EnumerateArray().Select(static item => item.GetString()!)] : [type.GetString()!]
        : [];

    private static JsonElement Resolve(JsonElement schema, JsonElement definitions) =>
        schema.TryGetProperty("$ref", out var reference) ? definitions.GetProperty(reference.GetString()!["#/$defs/".Length..]) : schema;
}
