using System.Globalization;
using AmoCrm.Sdk;

namespace AmoCrm.Cli.Transfer;

/// <summary>The column of a custom field: <c>custom_fields.</c> and the field's name, or its id where the name could mean another field.</summary>
/// <param name="Header">The header.</param>
/// <param name="FieldId">The field.</param>
internal sealed record CustomFieldColumn(string Header, long FieldId)
{
    public const string Prefix = "custom_fields.";

    /// <summary>A column for each field, in the account's order.</summary>
    public static IReadOnlyList<CustomFieldColumn> Of(IReadOnlyList<CustomField> fields) => [.. fields.Select(field => new CustomFieldColumn(Prefix + KeyOf(field, fields), field.Id))];

    /// <summary>The fields that a key means: by code, or else by id, or else by exact name.</summary>
    public static IReadOnlyList<CustomField> Find(string key, IReadOnlyList<CustomField> fields)
    {
        CustomField[] found = [.. fields.Where(field => field.Code == key)];
        if (found.Length == 0 && long.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            found = [.. fields.Where(field => field.Id == id)];
        }

        return found.Length > 0 ? found : [.. fields.Where(field => field.Name == key)];
    }

    /// <summary>The field's name, or its id where the name is not its own or looks like a code or an id.</summary>
    public static string KeyOf(CustomField field, IReadOnlyList<CustomField> fields) =>
        field.Name is { Length: > 0 } name && !name.All(static character => char.IsAsciiLetterUpper(character) || char.IsAsciiDigit(character) || character == '_')
        && Find(name, fields) is [var only] && only.Id == field.Id
            ? name
            : field.Id.ToString(CultureInfo.InvariantCulture);
}
