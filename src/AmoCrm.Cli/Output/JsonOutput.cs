using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AmoCrm.Cli.Output;

/// <summary>Writes JSON for people and for <c>jq</c> alike: indented, Cyrillic as it is.</summary>
internal static class JsonOutput
{
    private static readonly JsonSerializerOptions NodeOptions = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = JsonTypeInfoResolvers.Nodes,
    };

    public static JsonWriterOptions WriterOptions { get; } = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Format(JsonNode? node) => node?.ToJsonString(NodeOptions) ?? "null";

    /// <summary>Formats JSON text; what is no JSON stays as it is.</summary>
    public static string Format(ReadOnlySpan<byte> utf8)
    {
        try
        {
            return Format(JsonNode.Parse(utf8));
        }
        catch (JsonException)
        {
            return global::System.Text.Encoding.UTF8.GetString(utf8);
        }
    }
}
