using System.Text.Json;
using AmoCrm.Cli.Arguments;
using AmoCrm.Sdk.Dispatch;

namespace AmoCrm.Cli.Transfer.Imports;

/// <summary>A table whose header names where its cells go. An empty cell is no value.</summary>
/// <param name="table">The table.</param>
/// <param name="columns">Its columns.</param>
/// <param name="handler">What the rows are arguments of.</param>
internal sealed class CsvRowFile(CsvTable table, IReadOnlyList<CsvColumn> columns, HandlerDescriptor handler) : IRowFile
{
    public IReadOnlyCollection<string> Ignored { get; } = [.. columns.Where(static column => column.IsIgnored).Select(static column => column.Header)];

    public IEnumerable<ImportRow> Read()
    {
        long number = 0;
        foreach (var cells in table.Read().Skip(1))
        {
            yield return new Row(++number, cells, columns, handler);
        }
    }

    private sealed class Row(long number, string[] cells, IReadOnlyList<CsvColumn> columns, HandlerDescriptor handler) : ImportRow(number)
    {
        public override JsonElement ToArguments()
        {
            if (cells.Length > columns.Count)
            {
                throw new CliUsageException($"The row has {cells.Length} cells, and the header {columns.Count}: is a quote missing?");
            }

            return TransferJson.Write(writer =>
            {
                writer.WriteStartObject();
                foreach (var (column, cell) in Filled().Where(static pair => pair.Column.Parameter is not null && pair.Column.Parameter != CustomFields))
                {
                    writer.WritePropertyName(column.Parameter!);
                    WriteParameter(writer, column.Parameter!, cell);
                }

                WriteFields(writer);
                writer.WriteEndObject();
            });
        }

        public override void WriteTo(Utf8JsonWriter writer)
        {
            writer.WriteStartObject();
            for (var i = 0; i < cells.Length; i++)
            {
                writer.WriteString(i < columns.Count ? columns[i].Header : $"column {i + 1}", cells[i]);
            }

            writer.WriteEndObject();
        }

        private const string CustomFields = "custom_fields";

        private IEnumerable<(CsvColumn Column, string Cell)> Filled() => columns.Zip(cells).Where(static pair => pair.Second.Length > 0);

        private void WriteParameter(Utf8JsonWriter writer, string parameter, string cell)
        {
            var type = handler.Parameters.First(candidate => candidate.Name == parameter).Type;
            if (type.EndsWith("[]", StringComparison.Ordinal))
            {
                CellText.WriteTexts(writer, CellText.Split(cell));
                return;
            }

            var value = HandlerArguments.Value(handler, parameter, cell);
            if (value is null)
            {
                writer.WriteNullValue();
                return;
            }

            value.WriteTo(writer);
        }

        // The columns of single fields, and those of a column that holds them all as JSON.
        private void WriteFields(Utf8JsonWriter writer)
        {
            var fields = Filled().Where(static pair => pair.Column.Field is not null).ToList();
            var whole = Filled().FirstOrDefault(static pair => pair.Column.Parameter == CustomFields).Cell;
            if (fields.Count == 0 && whole is null)
            {
                return;
            }

            writer.WriteStartObject(CustomFields);
            foreach (var (column, cell) in fields)
            {
                writer.WritePropertyName(column.Field!.Key);
                column.Field.Write(writer, cell);
            }

            if (whole is not null)
            {
                using var document = JsonDocument.Parse(whole);
                if (document.RootElement.ValueKind != JsonValueKind.Object)
                {
                    throw new CliUsageException("custom_fields is a JSON object of values by code, id or name.");
                }

                foreach (var member in document.RootElement.EnumerateObject())
                {
                    member.WriteTo(writer);
                }
            }

            writer.WriteEndObject();
        }
    }
}
