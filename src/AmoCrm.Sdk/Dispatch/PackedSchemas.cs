using System.IO.Compression;
using System.Text.Json;

namespace AmoCrm.Sdk.Dispatch;

/// <summary>JSON Schemas by name, deflated. All of them are unpacked when one is asked for.</summary>
/// <param name="deflated">A JSON object with a member for each schema.</param>
internal sealed class PackedSchemas(byte[] deflated)
{
    private readonly Lazy<Dictionary<string, byte[]>> _schemas = new(() => Unpack(deflated));

    /// <summary>The JSON of a schema; empty when there is none of that name.</summary>
    public ReadOnlySpan<byte> Find(string name) => _schemas.Value.GetValueOrDefault(name);

    private static Dictionary<string, byte[]> Unpack(byte[] deflated)
    {
        using var json = new MemoryStream();
        using (var stream = new DeflateStream(new MemoryStream(deflated), CompressionMode.Decompress))
        {
            stream.CopyTo(json);
        }

        var utf8 = json.GetBuffer().AsSpan(0, (int)json.Length);
        var reader = new Utf8JsonReader(utf8);
        var schemas = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            schemas.Add(name, utf8[start..(int)reader.BytesConsumed].ToArray());
        }

        return schemas;
    }
}
