using System.Text;
using System.Text.Json;

namespace AmoCrm.Cli.Transfer.Imports;

/// <summary>A file with one JSON object on each line. Empty lines are no rows.</summary>
/// <param name="path">The file.</param>
/// <param name="mapping">Where the members go.</param>
internal sealed class NdjsonRowFile(string path, EntityMapping mapping) : IRowFile
{
    public IReadOnlyCollection<string> Ignored => mapping.Ignored;

    public IEnumerable<ImportRow> Read()
    {
        long number = 0;
        foreach (var line in File.ReadLines(path, Encoding.UTF8))
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                yield return new Row(++number, line, mapping);
            }
        }
    }

    private sealed class Row(long number, string line, EntityMapping mapping) : ImportRow(number)
    {
        public override JsonElement ToArguments()
        {
            using var document = JsonDocument.Parse(line);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? TransferJson.Write(writer => mapping.Write(writer, document.RootElement))
                : throw new CliUsageException("The line is no JSON object.");
        }

        public override void WriteTo(Utf8JsonWriter writer)
        {
            try
            {
                writer.WriteRawValue(line);
            }
            catch (JsonException)
            {
                writer.WriteStringValue(line);
            }
        }
    }
}
