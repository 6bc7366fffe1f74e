using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace AmoCrm.Cli.Transfer.Imports;

/// <summary>What a file holds, so that an import goes on with the same rows only.</summary>
/// <param name="Size">Its bytes.</param>
/// <param name="Sha256">Their hash.</param>
internal sealed record InputFingerprint(long Size, string Sha256)
{
    private const int BlockSize = 128 * 1024;

    /// <summary>Reads the whole file: a row that was mended in place would otherwise be taken for the one that was sent.</summary>
    /// <exception cref="CliUsageException">There is no such file, or it is not UTF-8.</exception>
    public static async Task<InputFingerprint> ReadAsync(string path, CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
        {
            throw new CliUsageException($"There is no file '{path}'.");
        }

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var decoder = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetDecoder();
        var block = new byte[BlockSize];
        var characters = new char[BlockSize + 1];
        long size = 0;
        var stream = File.OpenRead(path);
        await using (stream.ConfigureAwait(false))
        {
            int length;
            do
            {
                length = await stream.ReadAsync(block, cancellationToken).ConfigureAwait(false);
                hash.AppendData(block, 0, length);
                Decode(decoder, block.AsSpan(0, length), characters, path, size);
                size += length;
            }
            while (length > 0);
        }

        return new InputFingerprint(size, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    public JsonObject ToJson() => new() { ["size"] = Size, ["sha256"] = Sha256 };

    private static void Decode(Decoder decoder, ReadOnlySpan<byte> bytes, char[] characters, string path, long offset)
    {
        try
        {
            decoder.GetChars(bytes, characters, flush: bytes.IsEmpty);
        }
        catch (DecoderFallbackException)
        {
            throw new CliUsageException($"{path} is not UTF-8 (near byte {offset}). Save it as UTF-8: in Excel as 'CSV UTF-8'.");
        }
    }
}
