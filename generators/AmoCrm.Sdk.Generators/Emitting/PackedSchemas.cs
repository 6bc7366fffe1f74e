using System.IO.Compression;
using System.Text;

namespace AmoCrm.Sdk.Generators.Emitting;

/// <summary>Emits a class that holds JSON Schemas by name, deflated: spelled out they were a tenth of the library.</summary>
internal static class PackedSchemas
{
    private const int BytesInLine = 40;

    /// <param name="name">The class's name.</param>
    /// <param name="summary">What the schemas are of, as text of an XML comment.</param>
    /// <param name="schemas">The schemas as JSON, each under its name.</param>
    public static SourceFile Emit(string name, string summary, IEnumerable<KeyValuePair<string, string>> schemas)
    {
        var json = "{\n" + string.Join(",\n", schemas.Select(static schema => $"{CSharpText.Json(schema.Key)}:{schema.Value}")) + "\n}";
        var writer = new SourceWriter();
        writer.Line($"/// <summary>{summary}</summary>");
        writer.Line(CSharpFile.GeneratedCode);
        using (writer.Block($"internal static class {name}"))
        {
            // Nobody reads deflated bytes. JSON breaks no line within a text, so none of them leaves the comment.
            writer.Line("// " + json.Replace("\n", "\n// "));
            writer.Line("internal static PackedSchemas All { get; } = new(\n[");
            using (writer.Indent())
            {
                WriteBytes(writer, Deflate(json));
            }

            writer.Line("]);");
        }

        return CSharpFile.Create($"Schemas/{name}.g.cs", CSharpFile.DispatchNamespace, writer);
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
