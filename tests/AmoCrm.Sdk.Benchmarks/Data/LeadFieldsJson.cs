using System.Text.Json;

namespace AmoCrm.Sdk.Benchmarks.Data;

/// <summary>The custom fields of a lead as amoCRM sends them: two of six kinds, which take turns.</summary>
internal static class LeadFieldsJson
{
    private const int Kinds = 6;

    public static void Write(Utf8JsonWriter writer, int index)
    {
        writer.WriteStartArray("custom_fields_values");
        WriteField(writer, index % Kinds, index);
        WriteField(writer, (index + 1) % Kinds, index);
        writer.WriteEndArray();
    }

    private static void WriteField(Utf8JsonWriter writer, int kind, int index)
    {
        var (name, type) = kind switch
        {
            0 => ("Источник трафика", "select"),
            1 => ("Адрес доставки", "text"),
            2 => ("Объём партии", "numeric"),
            3 => ("Договор подписан", "checkbox"),
            4 => ("Дата отгрузки", "date"),
            _ => ("Интересы", "multiselect"),
        };
        writer.WriteStartObject();
        writer.WriteNumber("field_id", 294_471 + kind);
        writer.WriteString("field_name", name);
        writer.WriteNull("field_code");
        writer.WriteString("field_type", type);
        writer.WriteStartArray("values");
        switch (kind)
        {
            case 0:
                WriteChoice(writer, "Сайт", 961_271 + (index % 9));
                break;
            case 1:
                WriteValue(writer, $"Вымышленная набережная, дом {index + 1}");
                break;
            case 2:
                // As text, as amoCRM sends numbers of fields.
                WriteValue(writer, (index * 10).ToString(System.Globalization.CultureInfo.InvariantCulture));
                break;
            case 3:
                writer.WriteStartObject();
                writer.WriteBoolean("value", index % 2 == 0);
                writer.WriteEndObject();
                break;
            case 4:
                writer.WriteStartObject();
                writer.WriteNumber("value", 1_590_872_400 + (index * 86_400));
                writer.WriteEndObject();
                break;
            default:
                WriteChoice(writer, "Доставка", 961_291);
                WriteChoice(writer, "Монтаж", 961_293);
                break;
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter writer, string text)
    {
        writer.WriteStartObject();
        writer.WriteString("value", text);
        writer.WriteEndObject();
    }

    private static void WriteChoice(Utf8JsonWriter writer, string text, long id)
    {
        writer.WriteStartObject();
        writer.WriteString("value", text);
        writer.WriteNumber("enum_id", id);
        writer.WriteNull("enum_code");
        writer.WriteEndObject();
    }
}
