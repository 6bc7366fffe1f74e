using System.Runtime.InteropServices;
using System.Text.Json;

namespace AmoCrm.Sdk;

/// <summary>One field as it is sent.</summary>
/// <param name="id">Its id; null when the code names it.</param>
/// <param name="code">Its code, where it is known.</param>
/// <param name="items">The values; null clears the field.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly struct ResolvedCustomField(long? id, string? code, CustomFieldInputItem[]? items)
{
    public long? Id => id;

    public string? Code => code;

    public CustomFieldInputItem[]? Items => items;

    public void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        if (Id is { } id)
        {
            writer.WriteNumber("field_id"u8, id);
        }
        else
        {
            writer.WriteString("field_code"u8, Code);
        }

        if (Items is null)
        {
            writer.WriteNull("values"u8);
        }
        else
        {
            writer.WriteStartArray("values"u8);
            foreach (var item in Items)
            {
                item.WriteTo(writer);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }
}
