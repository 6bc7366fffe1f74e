using System.IO.Compression;
using System.Text;

namespace AmoCrm.Sdk.Generators.Emitting;

/// <summary>Emits a class that holds pieces of JSON by name, deflated: as literals they were an eighth of the library.</summary>
internal static class PackedJson
{
    private const int BytesInLine = 40;

    /// <param name="folder">The folder of the emitted file.</param>
    /// <param name="name">The class's name.</param>
    /// <param name="summary">What the pieces are of, as text of an XML comment.</param>
    /// <param name="pieces">The pieces of JSON, each under its name.</param>
    public static SourceFile Emit(string folder, string name, string summary, IEnumerable<KeyValuePair<string, string>> pieces)
    {
        var json = "{\n" + string.Join(",\n", pieces.Select(static piece => $"{CSharpText.Json(piece.Key)}:{piece.Value}")) + "\n}";
        var writer = new SourceWriter();
        writer.Line($"/// <summary>{summary}</summary>");
        writer.Line(CSharpFile.GeneratedCode);
        using (writer.Block($"internal static class {name}"))
        {
            // Nobody reads deflated bytes. JSON breaks no line within a text, so none of them leaves the comment.
            writer.Line("// " + json.Replace("\n", "\n// "));
            writer.Line("internal static PackedJson All { get; } = new(\n[");
            using (writer.Indent())
            {
                WriteBytes(writer, Deflate(json));
            }

            writer.Line("]);");
        }

        return CSharpFile.Create($"{folder}/{name}.g.cs", CSharpFile.DispatchNamespace, writer);
    }

    private static byte[] Deflate(string text)
    {
        using var deflated = new MemoryStream();
        using (var stream = new DeflateStream(deflated, CompressionLevel.Optimal, leaveOpen: true))
        {
            var utf8 = Encoding.UTF8.GetBytes(text);
            stream.Write(utf8, 0, utf8.Length);
        }

        return deflated.ToArray();
    }

    private static void WriteBytes(SourceWriter writer, byte[] bytes)
    {
        for (var start = 0; start < bytes.Length; start += BytesInLine)
        {
            writer.Line(string.Join(", ", bytes.Skip(start).Take(BytesInLine).Select(static value => CSharpText.Number(value))) + ",");
        }
    }
}
