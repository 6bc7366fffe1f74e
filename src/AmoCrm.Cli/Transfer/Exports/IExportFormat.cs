using System.Text.Json;

namespace AmoCrm.Cli.Transfer.Exports;

/// <summary>How entities become bytes of a file.</summary>
internal interface IExportFormat
{
    /// <summary>Writes what stands before the first entity.</summary>
    void WriteHead(Stream stream);

    /// <summary>Writes entities.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="entities">Each as it is, and as JSON to look into.</param>
    void Write(Stream stream, IReadOnlyList<(ReadOnlyMemory<byte> Text, JsonElement Json)> entities);
}
