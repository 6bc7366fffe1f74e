using AmoCrm.Sdk.Generators.Model;

namespace AmoCrm.Sdk.Generators.Emitting;

/// <summary>Emits the JSON converter of a created or updated result: it reads an item of the answer and writes the whole result.</summary>
internal static class ResultJsonConverterEmitter
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
        return ConverterFrame.Create(writer, "Results", type, isStruct: false, () =>
        {
            JsonObjectReaderEmitter.Write(writer, shape);
            WriteValue(writer, handler, type, shape.Fields);
            if (ResultShape.HasEntity(handler))
            {
                writer.Separate();
                WriteEntity(writer, handler, type);
            }
        });
    }

    private static void WriteValue(SourceWriter writer, HandlerSpec handler, string type, IReadOnlyList<FieldSpec> fields)
    {
        ConverterFrame.WriteComment(writer, type);
        using (writer.Block($"public static void WriteValue(Utf8JsonWriter writer, {type} value)"))
        {
            writer.Line("writer.WriteStartObject();");
            WriteFields(writer, fields);
            if (ResultShape.HasEntity(handler))
            {
                writer.Line("JsonWrite.String(writer, \"fetch_error\"u8, value.FetchError?.Message);");
            }

            writer.Line("value.AdditionalData?.WriteTo(writer);");
            writer.Line("writer.WriteEndObject();");
        }
    }

    private static void WriteEntity(SourceWriter writer, HandlerSpec handler, string type)
    {
        writer.Line("/// <summary>Writes the entity where it was read back, else what amoCRM answered.</summary>");
        using (writer.Block($"internal static void WriteEntity(Utf8JsonWriter writer, {type} value)"))
        {
            var local = CSharpNames.Local(handler.Returns.Property);
            using (writer.Block($"if (value.{handler.Returns.Property} is {{ }} {local})"))
            {
                writer.Line($"{handler.Returns.ModelName}JsonConverter.WriteValue(writer, {local});");
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
            writer.Line(JsonWriting.Member(field.Path[field.Path.Count - 1], field.Type, "value." + field.Property));
        }
    }
}
