using System.Text.Json;
using System.Text.Json.Serialization;
using AmoCrm.Sdk.Json;

namespace AmoCrm.Sdk;

/// <summary>One of a list of choices: fields of type <c>select</c>, <c>radiobutton</c> and <c>category</c>.</summary>
public sealed record ChoiceFieldValue : CustomFieldValue
{
    /// <summary>The choice.</summary>
    public required CustomFieldChoice Choice { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override string? Text => Choice.Value;

    internal override void WriteValues(Utf8JsonWriter writer)
    {
        writer.WriteStartArray();
        CustomFieldChoiceJson.Write(writer, Choice);
        writer.WriteEndArray();
    }
}
