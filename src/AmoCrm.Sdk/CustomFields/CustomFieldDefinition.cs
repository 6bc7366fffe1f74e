namespace AmoCrm.Sdk;

/// <summary>What has to be known of a field to write it.</summary>
/// <param name="id">Its id.</param>
/// <param name="name">Its name.</param>
/// <param name="code">Its code; null for most fields that people made.</param>
/// <param name="type">Its type.</param>
/// <param name="enums">Its choices or labels.</param>
internal sealed class CustomFieldDefinition(long id, string? name, string? code, string? type, IReadOnlyList<CustomFieldChoice> enums)
{
    public long Id => id;

    public string? Name => name;

    public string? Code => code;

    public string? Type => type;

    public IReadOnlyList<CustomFieldChoice> Enums => enums;

    /// <summary>How messages name the field.</summary>
    public string Title => Name is null ? Code ?? Id.ToString(System.Globalization.CultureInfo.InvariantCulture) : $"{Name} ({Code ?? Id.ToString(System.Globalization.CultureInfo.InvariantCulture)})";

    /// <summary>The part of a definition that writing needs. The choices of a category are its nested values.</summary>
    public static CustomFieldDefinition From(CustomField field) => new(
        field.Id,
        field.Name,
        field.Code,
        field.Type?.Value,
        [
            .. (field.Enums ?? []).Select(static item => new CustomFieldChoice { EnumId = item.Id, Value = item.Value, EnumCode = item.Code }),
            .. (field.Nested ?? []).Select(static item => new CustomFieldChoice { EnumId = item.Id, Value = item.Value }),
        ]);
}
