using System.Text.Json;
using System.Text.Json.Serialization;
using AmoCrm.Sdk.Json;

namespace AmoCrm.Sdk;

/// <summary>Links to other entities: fields of type <c>linked_entity</c>.</summary>
public sealed record LinkFieldValue : CustomFieldValue
{
    /// <summary>The linked entities.</summary>
    public required IReadOnlyList<CustomFieldLink> Links { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override string? Text => Links.Count == 0 ? null : Links[0].Name;

    internal override void WriteValues(Utf8JsonWriter writer) => JsonWrite.List(writer, Links, CustomFieldLinkJson.Write);
}
