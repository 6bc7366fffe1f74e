namespace AmoCrm.Sdk;

/// <summary>What has to be known of a field to write it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Code">Its code; null for most fields that people made.</param>
/// <param name="Type">Its type.</param>
/// <param name="Enums">Its choices or labels.</param>
internal sealed record CustomFieldDefinition(long Id, string? Name, string? Code, string? Type, IReadOnlyList<CustomFieldChoice> Enums)
{
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
