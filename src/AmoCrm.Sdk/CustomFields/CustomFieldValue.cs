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
    private long? _fieldId;
    private string? _fieldName;
    private string? _fieldCode;
    private CustomFieldType? _fieldType;
    private AdditionalData? _additionalData;

    private protected CustomFieldValue()
    {
    }

    /// <summary>Id of the field.</summary>
    public long? FieldId
    {
        get => _fieldId;
        init => _fieldId = value;
    }

    /// <summary>Name of the field, as people see it.</summary>
    public string? FieldName
    {
        get => _fieldName;
        init => _fieldName = value;
    }

    /// <summary>Code of the field, such as <c>PHONE</c>; null for most fields that people made.</summary>
    public string? FieldCode
    {
        get => _fieldCode;
        init => _fieldCode = value;
    }

    /// <summary>Type of the field; it may be one that this version does not know.</summary>
    public CustomFieldType? FieldType
    {
        get => _fieldType;
        init => _fieldType = value;
    }

    /// <summary>Members that this type does not declare, kept as they came; null when there were none.</summary>
    public AdditionalData? AdditionalData
    {
        get => _additionalData;
        init => _additionalData = value;
    }

    /// <summary>The value as text for a person: the first one where there are several, null where there is none.</summary>
    [JsonIgnore]
    public abstract string? Text { get; }

    /// <summary>The text that a number, flag or time came as: it is written as that text again.</summary>
    internal string? Wire { get; init; }

    /// <summary>The kind, the id and the code only: values are a customer's data and stay out of logs.</summary>
    /// <returns>For example <c>MultitextFieldValue { FieldId = 3, FieldCode = PHONE }</c>.</returns>
    public sealed override string ToString() => $"{GetType().Name} {{ FieldId = {FieldId}, FieldCode = {FieldCode} }}";

    /// <summary>Completes a value that has just been read: the members around it are known only when all of them are read, and a copy would double what a field costs.</summary>
    internal CustomFieldValue OfField(long? id, string? name, string? code, CustomFieldType? type, AdditionalData? additionalData)
    {
        _fieldId = id;
        _fieldName = name;
        _fieldCode = code;
        _fieldType = type;
        _additionalData = additionalData;
        return this;
    }

    internal abstract void WriteValues(Utf8JsonWriter writer);
}
