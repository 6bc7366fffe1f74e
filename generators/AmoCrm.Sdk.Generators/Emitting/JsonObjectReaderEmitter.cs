using System.Text;
using AmoCrm.Sdk.Generators.Model;

namespace AmoCrm.Sdk.Generators.Emitting;

/// <summary>Emits the reader of a JSON object: members in any order, by length and then by bytes.</summary>
internal static class JsonObjectReaderEmitter
{
    public static void Write(SourceWriter writer, JsonObjectShape shape)
    {
        writer.Line("/// <inheritdoc/>");
        using (writer.Block($"public static {shape.Type}? ReadFrom(ref Utf8JsonReader reader)"))
        {
            if (shape.Prelude is { } prelude)
            {
                writer.Line(prelude);
                writer.Separate();
            }

            writer.Line("""
                if (!JsonRead.StartObject(ref reader))
                {
                    return null;
                }

                """);
            foreach (var field in shape.Fields)
            {
                writer.Line($"{LocalType(field)} {CSharpNames.Local(field.Property)} = null;");
            }

            if (shape.KeepsUnknown)
            {
                writer.Line("AdditionalData? additional = null;");
            }

            WriteLoop(writer, shape, group: null);
            writer.Separate();
            WriteConstruction(writer, shape);
        }

        writer.Separate();
        foreach (var group in shape.Groups)
        {
            WriteGroup(writer, shape, group);
            writer.Separate();
        }
    }

    private static void WriteConstruction(SourceWriter writer, JsonObjectShape shape)
    {
        using (writer.Block($"return new {shape.Type}", ";"))
        {
            foreach (var field in shape.Fields)
            {
                var local = CSharpNames.Local(field.Property);
                var fallback = field.Type.IsNullable
                    ? ""
                    : field.Type.IsList ? " ?? []" : $" ?? throw JsonRead.MissingMember({CSharpText.Literal(shape.Type)}, {CSharpText.Literal(string.Join(".", field.Path))})";
                writer.Line($"{field.Property} = {local}{fallback},");
            }

            if (shape.KeepsUnknown)
            {
                writer.Line("AdditionalData = additional,");
            }
        }
    }

    private static void WriteGroup(SourceWriter writer, JsonObjectShape shape, string group)
    {
        var parameters = shape.In(group)
            .Select(static field => $"ref {LocalType(field)} {CSharpNames.Local(field.Property)}")
            .Concat(shape.KeepsUnknown ? ["ref AdditionalData? additional"] : [])
            .Prepend("ref Utf8JsonReader reader");
        using (writer.Block($"private static void Read{CSharpNames.Pascal(group)}({string.Join(", ", parameters)})"))
        {
            writer.Line("""
                if (!JsonRead.StartObject(ref reader))
                {
                    return;
                }

                """);
            WriteLoop(writer, shape, group);
        }
    }

    private static void WriteLoop(SourceWriter writer, JsonObjectShape shape, string? group)
    {
        using (writer.Block("while (JsonRead.NextMember(ref reader, out var member))"))
        using (writer.Block("switch (member.Length)"))
        {
            foreach (var field in group is null ? shape.Direct : shape.In(group))
            {
                WriteCase(writer, field.Path[field.Path.Count - 1], $"{CSharpNames.Local(field.Property)} = {JsonReading.Nullable(field.Type)};");
            }

            foreach (var nested in group is null ? shape.Groups : [])
            {
                var arguments = shape.In(nested)
                    .Select(static field => "ref " + CSharpNames.Local(field.Property))
                    .Concat(shape.KeepsUnknown ? ["ref additional"] : [])
                    .Prepend("ref reader");
                WriteCase(writer, nested, $"Read{CSharpNames.Pascal(nested)}({string.Join(", ", arguments)});");
            }

            foreach (var name in SkippedIn(shape, group))
            {
                WriteCase(writer, name, "JsonRead.Skip(ref reader);");
            }

            var unknown = !shape.KeepsUnknown
                ? "JsonRead.Skip(ref reader);"
                : group is null
                    ? "AdditionalData.Add(ref additional, member, ref reader);"
                    : $"AdditionalData.Add(ref additional, {CSharpText.Literal(group)}, member, ref reader);";
            writer.Line("default:");
            using (writer.Indent())
            {
                writer.Line(unknown);
                writer.Line("break;");
            }
        }
    }

    private static void WriteCase(SourceWriter writer, string name, string body)
    {
        writer.Line($"case {CSharpText.Number(Encoding.UTF8.GetByteCount(name))} when member.SequenceEqual({CSharpText.Utf8Literal(name)}):");
        using (writer.Indent())
        {
            writer.Line(body);
            writer.Line("break;");
        }
    }

    private static IEnumerable<string> SkippedIn(JsonObjectShape shape, string? group) => group is null
        ? shape.Skip.Where(name => !name.Contains('.') && shape.Direct.All(field => field.Path[0] != name))
        : shape.Skip.Where(name => name.StartsWith(group + ".", StringComparison.Ordinal)).Select(name => name.Substring(group.Length + 1));

    private static string LocalType(FieldSpec field) => CSharpType.NonNull(field.Type) + "?";
}
