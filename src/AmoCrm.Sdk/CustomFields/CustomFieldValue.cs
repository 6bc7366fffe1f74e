using System.Text.Json;
using System.Text.Json.Serialization;
using AmoCrm.Sdk.Json;

namespace AmoCrm.Sdk;

/// <summary>
/// What an entity holds in one custom field. Each kind of field has a type of its own; a value that does not look like its kind, and a kind
/// that this version does not know, is an <see cref="ObjectFieldValue"/>, so that nothing is lost.
/// </summary>
[JsonConverter(typeof(CustomFieldValueJsonConverter))]
public abstract record CustomFieldValue
{
    private protected CustomFieldValue()
    {
    }

    /// <summary>Id of the field.</summary>
    public long? FieldId { get; init; }

    /// <summary>Name of the field, as people see it.</summary>
    public string? FieldName { get; init; }

    /// <summary>Code of the field, such as <c>PHONE</c>; null for most fields that people made.</summary>
    public string? FieldCode { get; init; }

    /// <summary>Type of the field; it may be one that this version does not know.</summary>
    public CustomFieldType? FieldType { get; init; }

    /// <summary>Members that this type does not declare, kept as they came; null when there were none.</summary>
    public AdditionalData? AdditionalData { get; init; }

    /// <summary>The value as text for a person: the first one where there are several, null where there is none.</summary>
    [JsonIgnore]
    public abstract string? Text { get; }

    /// <summary>The <c>values</c> array as it came, where writing the typed value would spell it differently: a number sent as text.</summary>
    internal string? Wire { get; init; }

    /// <summary>The kind, the id and the code only: values are a customer's data and stay out of logs.</summary>
    /// <returns>For example <c>MultitextFieldValue { FieldId = 3, FieldCode = PHONE }</c>.</returns>
    public sealed override string ToString() => $"{GetType().Name} {{ FieldId = {FieldId}, FieldCode = {FieldCode} }}";

    internal abstract void WriteValues(Utf8JsonWriter writer);
}
