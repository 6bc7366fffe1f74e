using System.Text.Json;

namespace AmoCrm.Sdk;

/// <summary>Custom field values as they are sent: every key is an id or a code, every choice checked.</summary>
internal sealed class ResolvedCustomFields(ResolvedCustomField[] fields)
{
    public static ResolvedCustomFields Empty { get; } = new([]);

    public int Count => fields.Length;

    public IReadOnlyList<ResolvedCustomField> Fields => fields;

    /// <summary>Writes the items of <c>custom_fields_values</c>, without the brackets, since further items may stand beside them.</summary>
    public void WriteItems(Utf8JsonWriter writer)
    {
        foreach (var field in fields)
        {
            field.WriteTo(writer);
        }
    }
}
