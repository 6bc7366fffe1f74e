using System.Text.Json;

namespace AmoCrm.Cli.Transfer.Exports;

/// <summary>One line of JSON for each entity, as its model writes it.</summary>
internal sealed class NdjsonExportFormat : IExportFormat
{
    public void WriteHead(Stream stream)
    {
    }

    public void Write(Stream stream, IReadOnlyList<(ReadOnlyMemory<byte> Text, JsonElement Json)> entities)
    {
        foreach (var (text, _) in entities)
        {
            stream.Write(text.Span);
            stream.WriteByte((byte)'\n');
        }
    }
}
