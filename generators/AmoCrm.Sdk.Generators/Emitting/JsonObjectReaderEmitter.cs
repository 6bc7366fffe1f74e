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
            writer.Line($"var model = new {shape.Type}{Placeholders(shape)};");
            foreach (var field in shape.Fields.Where(IsRequired))
            {
                writer.Line($"{CSharpType.NonNull(field.Type)}? {CSharpNames.Local(field.Property)} = null;");
            }

            WriteLoop(writer, shape, group: null);
            writer.Separate();
            foreach (var field in shape.Fields.Where(IsRequired))
            {
                var missing = $"throw JsonRead.MissingMember({CSharpText.Literal(shape.Type)}, {CSharpText.Literal(string.Join(".", field.Path))})";
                writer.Line($"model.{CSharpNames.Field(field.Property)} = {CSharpNames.Local(field.Property)} ?? {missing};");
            }

            writer.Line("return model;");
        }

        writer.Separate();
        foreach (var group in shape.Groups)
        {
            WriteGroup(writer, shape, group);
            writer.Separate();
        }
    }

    private static bool IsRequired(FieldSpec field) => field.Type is { IsNullable: false, IsList: false };

    /// <summary>The compiler wants what is required at once; the reader has it at the end of the object.</summary>
    private static string Placeholders(JsonObjectShape shape)
    {
        var members = shape.Fields.Where(IsRequired).Select(static field => $"{field.Property} = {(CSharpType.IsStruct(field.Type) ? "default" : "null!")}").ToList();
        return members.Count == 0 ? "()" : $" {{ {string.Join(", ", members)} }}";
    }

    private static void WriteGroup(SourceWriter writer, JsonObjectShape shape, string group)
    {
        var parameters = shape.In(group).Where(IsRequired)
            .Select(static field => $"ref {CSharpType.NonNull(field.Type)}? {CSharpNames.Local(field.Property)}")
            .Prepend("ref Utf8JsonReader reader");
        using (writer.Block($"private void Read{CSharpNames.Pascal(group)}({string.Join(", ", parameters)})"))
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
        // The reader of the object is static, that of a group within it is the object's own.
        var owner = group is null ? "model." : "";
        using (writer.Block("while (JsonRead.NextMember(ref reader, out var member))"))
        using (writer.Block("switch (member.Length)"))
        {
            foreach (var field in group is null ? shape.Direct : shape.In(group))
            {
                var target = IsRequired(field) ? CSharpNames.Local(field.Property) : owner + CSharpNames.Field(field.Property);
                var fallback = field.Type is { IsList: true, IsNullable: false } ? " ?? []" : "";
                WriteCase(writer, field.Path[field.Path.Count - 1], $"{target} = {JsonReading.Nullable(field.Type)}{fallback};");
            }

            foreach (var nested in group is null ? shape.Groups : [])
            {
                var arguments = shape.In(nested).Where(IsRequired)
                    .Select(static field => "ref " + CSharpNames.Local(field.Property))
                    .Prepend("ref reader");
                WriteCase(writer, nested, $"model.Read{CSharpNames.Pascal(nested)}({string.Join(", ", arguments)});");
            }

            foreach (var name in SkippedIn(shape, group))
            {
                WriteCase(writer, name, "JsonRead.Skip(ref reader);");
            }

            var unknown = !shape.KeepsUnknown
                ? "JsonRead.Skip(ref reader);"
                : group is null
                    ? "AdditionalData.Add(ref model._additionalData, member, ref reader);"
                    : $"AdditionalData.Add(ref _additionalData, {CSharpText.Literal(group)}, member, ref reader);";
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
}
