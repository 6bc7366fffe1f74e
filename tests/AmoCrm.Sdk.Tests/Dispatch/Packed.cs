using System.IO.Compression;
using System.Text;
using AmoCrm.Sdk.Dispatch;

namespace AmoCrm.Sdk.Tests.Dispatch;

/// <summary>Packs JSON as the generator does.</summary>
internal static class Packed
{
    public static PackedJson Of(string json) => new(Deflated(json));

    private static byte[] Deflated(string json)
    {
        using var deflated = new MemoryStream();
        using (var stream = new DeflateStream(deflated, CompressionLevel.Optimal))
        {
            stream.Write(Encoding.UTF8.GetBytes(json));
        }

        return deflated.ToArray();
    }
}
