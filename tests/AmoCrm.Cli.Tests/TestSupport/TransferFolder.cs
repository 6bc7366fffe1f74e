using System.Text;
using System.Text.Json;

namespace AmoCrm.Cli.Tests.TestSupport;

/// <summary>A folder with what exports and imports leave behind.</summary>
internal sealed class TransferFolder : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public string File(string name) => _folder.File(name);

    public string Write(string name, string text) => _folder.Write(name, text);

    public byte[] Bytes(string name) => System.IO.File.ReadAllBytes(File(name));

    public string Text(string name) => System.IO.File.ReadAllText(File(name), Encoding.UTF8);

    /// <summary>The lines of a file of JSON.</summary>
    public JsonElement[] Json(string name) => [.. System.IO.File.ReadAllLines(File(name)).Select(line => JsonDocument.Parse(line).RootElement.Clone())];

    public bool Has(string name) => System.IO.File.Exists(File(name));

    public void Dispose() => _folder.Dispose();
}
