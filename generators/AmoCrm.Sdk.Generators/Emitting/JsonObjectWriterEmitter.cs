using AmoCrm.Sdk.Generators.Model;

namespace AmoCrm.Sdk.Generators.Emitting;

/// <summary>Emits the writer of a JSON object: nulls left out, nested groups rebuilt, unknown members written back.</summary>
internal static class JsonObjectWriterEmitter
{
    public static void Write(SourceWriter writer, JsonObjectShape shape)
    {
        writer.Line("/// <inheritdoc/>");
        using (writer.Block("public void WriteTo(Utf8JsonWriter writer)"))
        {
            writer.Line("writer.WriteStartObject();");
            foreach (var field in shape.Direct)
            {
                writer.Line(Member(field));
            }

            foreach (var group in shape.Groups)
            {
                WriteGroup(writer, shape, group);
            }

            if (shape.KeepsUnknown)
            {
                writer.Line("_additionalData?.WriteTo(writer);");
            }

            writer.Line("writer.WriteEndObject();");
        }
    }

    private static void WriteGroup(SourceWriter writer, JsonObjectShape shape, string group)
    {
        var name = CSharpText.Literal(group);
        var fields = shape.In(group).ToList();
        var conditions = fields.Select(static field => $"{field.Property} is not null")
            .Concat(shape.KeepsUnknown ? [$"_additionalData?.HasGroup({name}) == true"] : [])
            .ToList();
        if (fields.Exists(static field => !field.Type.IsNullable))
        {
            WriteGroupObject(writer, shape, fields, name);
            return;
        }

        writer.Separate();
        using (Conditions.OpenIf(writer, conditions))
        {
            WriteGroupObject(writer, shape, fields, name);
        }

        writer.Separate();
    }

    private static void WriteGroupObject(SourceWriter writer, JsonObjectShape shape, List<FieldSpec> fields, string name)
    {
        writer.Line($"writer.WriteStartObject({name}u8);");
        foreach (var field in fields)
        {
            writer.Line(Member(field));
        }

        if (shape.KeepsUnknown)
        {
            writer.Line($"_additionalData?.WriteGroupTo(writer, {name});");
        }

        writer.Line("writer.WriteEndObject();");
    }

    private static string Member(FieldSpec field) =>
        JsonWriting.Member(field.Path[field.Path.Count - 1], field.Type, field.Property);
}
