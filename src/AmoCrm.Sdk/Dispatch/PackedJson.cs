using System.IO.Compression;
using System.Text.Json;

namespace AmoCrm.Sdk.Dispatch;

/// <summary>Pieces of JSON by name, deflated: what handlers say of themselves, and the schemas of models. All of them are unpacked when one is asked for.</summary>
/// <param name="deflated">A JSON object with a member for each piece.</param>
internal sealed class PackedJson(byte[] deflated)
{
    private readonly Lazy<Dictionary<string, byte[]>> _pieces = new(() => Unpack(deflated));

    /// <summary>A piece; empty when there is none of that name.</summary>
    public ReadOnlySpan<byte> Find(string name) => _pieces.Value.GetValueOrDefault(name);

    private static Dictionary<string, byte[]> Unpack(byte[] deflated)
    {
        using var json = new MemoryStream();
        using (var stream = new DeflateStream(new MemoryStream(deflated), CompressionMode.Decompress))
        {
            stream.CopyTo(json);
        }

        var utf8 = json.GetBuffer().AsSpan(0, (int)json.Length);
        var reader = new Utf8JsonReader(utf8);
        var pieces = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            pieces.Add(name, utf8[start..(int)reader.BytesConsumed].ToArray());
        }

        return pieces;
    }
}
