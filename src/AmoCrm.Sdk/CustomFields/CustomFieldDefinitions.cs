using System.Globalization;

namespace AmoCrm.Sdk;

/// <summary>The custom fields of a scope, found by code, then by id, then by exact name.</summary>
internal sealed class CustomFieldDefinitions(CustomFieldScope scope, IReadOnlyList<CustomFieldDefinition> fields)
{
    public CustomFieldScope Scope { get; } = scope;

    public IReadOnlyList<CustomFieldDefinition> Fields { get; } = fields;

    /// <summary>The fields that a key means: none, one, or several of the same name.</summary>
    public IReadOnlyList<CustomFieldDefinition> Find(string key)
    {
        CustomFieldDefinition[] found = [.. Fields.Where(field => field.Code == key)];
        if (found.Length == 0 && long.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            found = [.. Fields.Where(field => field.Id == id)];
        }

        return found.Length > 0 ? found : [.. Fields.Where(field => field.Name == key)];
    }
}
