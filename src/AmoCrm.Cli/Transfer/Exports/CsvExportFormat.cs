using System.Globalization;
using System.Text;
using System.Text.Json;
using AmoCrm.Sdk;
using AmoCrm.Sdk.Json;
using CsvHelper;

namespace AmoCrm.Cli.Transfer.Exports;

/// <summary>A table that Excel opens by a double click: UTF-8 with a mark, one column for each member of the model and for each custom field of the account.</summary>
/// <param name="shape">The model.</param>
/// <param name="fields">The columns of custom fields.</param>
/// <param name="delimiter">What stands between cells.</param>
internal sealed class CsvExportFormat(EntityShape shape, IReadOnlyList<CustomFieldColumn> fields, char delimiter) : IExportFormat
{
    /// <summary>The last column: whatever has no other one, as JSON.</summary>
    public const string Rest = "additional_data";

    private readonly CsvWriterOptions _options = new() { Separator = delimiter, HasHeader = false, NewLine = "\r\n", FormatProvider = CultureInfo.InvariantCulture };
    private readonly EntityMember[] _members = [.. shape.Members.Where(static member => member.Kind != EntityMemberKind.CustomFields)];

    /// <summary>The headers.</summary>
    public IReadOnlyList<string> Columns => [.. _members.Select(static member => member.Name), .. fields.Select(static column => column.Header), Rest];

    public void WriteHead(Stream stream)
    {
        stream.Write(Encoding.UTF8.Preamble);
        using var csv = CsvWriter.Create(stream, _options, leaveOpen: true);
        WriteRow(csv, Columns);
    }

    public void Write(Stream stream, IReadOnlyList<(ReadOnlyMemory<byte> Text, JsonElement Json)> entities)
    {
        using var csv = CsvWriter.Create(stream, _options, leaveOpen: true);
        foreach (var (_, entity) in entities)
        {
            WriteRow(csv, Cells(entity));
        }
    }

    private static void WriteRow(CsvWriter csv, IEnumerable<string> cells)
    {
        foreach (var cell in cells)
        {
            csv.WriteField(cell);
        }

        csv.EndRecord();
    }

    private IEnumerable<string> Cells(JsonElement entity)
    {
        var embedded = entity.TryGetProperty(EntityShape.Embedded, out var group) ? group : default;
        foreach (var member in _members)
        {
            var holder = member.IsEmbedded ? embedded : entity;
            yield return holder.ValueKind == JsonValueKind.Object && holder.TryGetProperty(member.Name, out var value) ? CellText.Of(value, member.Kind) : string.Empty;
        }

        var values = ValuesOf(entity);
        foreach (var field in fields)
        {
            yield return values?[field.FieldId] is { } value ? CellText.Of(value) : string.Empty;
        }

        yield return RestOf(entity, embedded, values);
    }

    private static CustomFieldValues? ValuesOf(JsonElement entity)
    {
        if (!entity.TryGetProperty(EntityShape.CustomFields, out var values))
        {
            return null;
        }

        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(values.GetRawText()));
        reader.Read();
        return CustomFieldValuesJsonConverter.ReadValue(ref reader);
    }

    private string RestOf(JsonElement entity, JsonElement embedded, CustomFieldValues? values)
    {
        var members = Undeclared(entity, isEmbedded: false).Concat(Undeclared(embedded, isEmbedded: true)).ToList();

        // A field that was made while the export ran has no column.
        var others = values?.Where(value => fields.All(field => field.FieldId != value.FieldId)).ToList() ?? [];
        if (members.Count == 0 && others.Count == 0)
        {
            return string.Empty;
        }

        return Encoding.UTF8.GetString(TransferJson.Text(writer =>
        {
            writer.WriteStartObject();
            foreach (var (name, value) in members)
            {
                writer.WritePropertyName(name);
                value.WriteTo(writer);
            }

            if (others.Count > 0)
            {
                writer.WritePropertyName(EntityShape.CustomFields);
                CustomFieldValuesJsonConverter.WriteValue(writer, new CustomFieldValues(others));
            }

            writer.WriteEndObject();
        }).Span);
    }

    private IEnumerable<(string Name, JsonElement Value)> Undeclared(JsonElement holder, bool isEmbedded) => holder.ValueKind != JsonValueKind.Object
        ? []
        : holder.EnumerateObject()
            .Where(member => !shape.Has(member.Name, isEmbedded) && member.Name != EntityShape.Embedded)
            .Select(member => (isEmbedded ? $"{EntityShape.Embedded}.{member.Name}" : member.Name, member.Value));
}
