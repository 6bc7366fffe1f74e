using AmoCrm.Sdk.Generators.Model;

namespace AmoCrm.Sdk.Generators.Emitting;

/// <summary>Emits how a created or updated result reads an item of the answer and writes the whole result.</summary>
internal static class ResultJsonEmitter
{
    /// <summary>The file; null when the handler has no such result.</summary>
    public static SourceFile? Emit(HandlerSpec handler)
    {
        if (!ResultShape.IsEmitted(handler))
        {
            return null;
        }

        var type = ResultShape.TypeOf(handler);
        var skip = ResultShape.HasEntity(handler) ? new[] { "_links", "fetch_error" } : ["_links"];
        var shape = new JsonObjectShape(type, ResultShape.Fields(handler), skip, KeepsUnknown: true);
        var writer = new SourceWriter();
        writer.Line("/// <content>How it is read and written as amoCRM spells it.</content>");
        using (writer.Block($"public sealed partial record {type}"))
        {
            JsonObjectReaderEmitter.Write(writer, shape);
            WriteTo(writer, handler, shape.Fields);
            if (ResultShape.HasEntity(handler))
            {
                writer.Separate();
                WriteEntity(writer, handler);
            }
        }

        return CSharpFile.Create($"Results/{type}.Json.g.cs", CSharpFile.PublicNamespace, writer);
    }

    private static void WriteTo(SourceWriter writer, HandlerSpec handler, IReadOnlyList<FieldSpec> fields)
    {
        writer.Line("/// <inheritdoc/>");
        using (writer.Block("public void WriteTo(Utf8JsonWriter writer)"))
        {
            writer.Line("writer.WriteStartObject();");
            WriteFields(writer, fields);
            if (ResultShape.HasEntity(handler))
            {
                writer.Line("JsonWrite.String(writer, \"fetch_error\"u8, FetchError?.Message);");
            }

            writer.Line("_additionalData?.WriteTo(writer);");
            writer.Line("writer.WriteEndObject();");
        }
    }

    private static void WriteEntity(SourceWriter writer, HandlerSpec handler)
    {
        writer.Line("/// <summary>Writes the entity where it was read back, else what amoCRM answered.</summary>");
        using (writer.Block("internal void WriteEntity(Utf8JsonWriter writer)"))
        {
            var local = CSharpNames.Local(handler.Returns.Property);
            using (writer.Block($"if ({handler.Returns.Property} is {{ }} {local})"))
            {
                writer.Line($"{local}.WriteTo(writer);");
                writer.Line("return;");
            }

            writer.Separate();
            writer.Line("writer.WriteStartObject();");
            WriteFields(writer, ResultShape.AnsweredFields(handler));
            writer.Line("writer.WriteEndObject();");
        }
    }

    private static void WriteFields(SourceWriter writer, IEnumerable<FieldSpec> fields)
    {
        foreach (var field in fields)
        {
            writer.Line(JsonWriting.Member(field.Path[field.Path.Count - 1], field.Type, field.Property));
        }
    }
}
