using System.Text.Encodings.Web;
using System.Text.Json;

namespace AmoCrm.Sdk.Benchmarks.Data;

/// <summary>Leads as amoCRM sends them: the members and the order of its documented sample, with values that differ from lead to lead.</summary>
internal static class LeadJson
{
    public const int LeadsOfPage = 250;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A full page of the list, about 255 KB.</summary>
    public static byte[] Page()
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Options))
        {
            writer.WriteStartObject();
            writer.WriteNumber("_page", 1);
            writer.WriteStartObject("_links");
            WriteLink(writer, "self", "leads?page=1&limit=250&with=contacts");
            WriteLink(writer, "next", "leads?page=2&limit=250&with=contacts");
            writer.WriteEndObject();
            writer.WriteStartObject("_embedded");
            writer.WriteStartArray("leads");
            for (var index = 0; index < LeadsOfPage; index++)
            {
                Write(writer, index);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        return stream.ToArray();
    }

    /// <summary>One lead, as the list has it.</summary>
    public static byte[] One()
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Options))
        {
            Write(writer, 1);
        }

        return stream.ToArray();
    }

    private static void Write(Utf8JsonWriter writer, int index)
    {
        var id = 3_912_171 + (index * 17);
        writer.WriteStartObject();
        writer.WriteNumber("id", id);
        writer.WriteString("name", $"Сделка № {id}: поставка");
        writer.WriteNumber("price", 12_000 + (index * 250));
        writer.WriteNumber("responsible_user_id", 504_141 + (index % 7));
        writer.WriteNumber("group_id", 0);
        writer.WriteNumber("status_id", index % 5 == 0 ? 143 : 32_392_159);
        writer.WriteNumber("pipeline_id", 3_104_455);
        WriteNumberOrNull(writer, "loss_reason_id", index % 5 == 0 ? 4_203_748 : null);
        writer.WriteNumber("created_by", 504_141);
        writer.WriteNumber("updated_by", 504_141 + (index % 7));
        writer.WriteNumber("created_at", 1_585_299_171 + (index * 3600));
        writer.WriteNumber("updated_at", 1_590_683_337 + (index * 3600));
        WriteNumberOrNull(writer, "closed_at", index % 5 == 0 ? 1_590_683_337 + (index * 3600) : null);
        writer.WriteNull("closest_task_at");
        writer.WriteBoolean("is_deleted", false);
        LeadFieldsJson.Write(writer, index);
        writer.WriteNull("score");
        writer.WriteNumber("account_id", 28_805_383);
        writer.WriteNull("labor_cost");
        writer.WriteStartObject("_links");
        WriteLink(writer, "self", $"leads/{id}?page=1&limit=250");
        writer.WriteEndObject();
        WriteEmbedded(writer, index);
        writer.WriteEndObject();
    }

    private static void WriteEmbedded(Utf8JsonWriter writer, int index)
    {
        writer.WriteStartObject("_embedded");
        writer.WriteStartArray("tags");
        for (var tag = 0; tag < 1 + (index % 2); tag++)
        {
            writer.WriteStartObject();
            writer.WriteNumber("id", 100_667 + tag);
            writer.WriteString("name", tag == 0 ? "опт" : "повторная");
            writer.WriteNull("color");
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("companies");
        WriteReference(writer, "companies", 10_971_463 + index, isMain: null);
        writer.WriteEndArray();
        writer.WriteStartArray("contacts");
        WriteReference(writer, "contacts", 10_971_465 + index, isMain: true);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteReference(Utf8JsonWriter writer, string noun, int id, bool? isMain)
    {
        writer.WriteStartObject();
        writer.WriteNumber("id", id);
        if (isMain is { } main)
        {
            writer.WriteBoolean("is_main", main);
        }

        writer.WriteStartObject("_links");
        WriteLink(writer, "self", $"{noun}/{id}?page=1&limit=250");
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteLink(Utf8JsonWriter writer, string name, string path)
    {
        writer.WriteStartObject(name);
        writer.WriteString("href", $"https://example.amocrm.ru/api/v4/{path}");
        writer.WriteEndObject();
    }

    private static void WriteNumberOrNull(Utf8JsonWriter writer, string name, long? value)
    {
        if (value is { } number)
        {
            writer.WriteNumber(name, number);
        }
        else
        {
            writer.WriteNull(name);
        }
    }
}
