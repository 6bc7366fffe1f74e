using AmoCrm.Sdk.Generators.Model;

namespace AmoCrm.Sdk.Generators.Emitting;

/// <summary>Emits a model: a record for JSON, a class with setters for a query string.</summary>
internal static class ModelEmitter
{
    public static SourceFile Emit(ModelSpec model)
    {
        var isQuery = model.Kind == ModelKind.Query;
        var writer = new SourceWriter();
        XmlComment.Write(writer, model.Summary, docs: model.Docs);
        writer.Line($"[JsonConverter(typeof(ModelJsonConverter<{model.Name}>))]");
        writer.Line(CSharpFile.GeneratedCode);
        var keepsUnknown = model.Kind != ModelKind.Result;
        using (writer.Block($"public sealed partial {Keyword(model)} {model.Name} : IJsonModel<{model.Name}>{(keepsUnknown ? ", IKeepsUnknown" : "")}"))
        {
            var setter = isQuery ? "set" : "init";
            var properties = model.Fields.Select(field => RecordMembers.PropertyOf(field, setter)).ToList();
            RecordMembers.WriteFields(writer, keepsUnknown ? [.. properties, RecordMembers.AdditionalData] : properties);
            for (var i = 0; i < properties.Count; i++)
            {
                RecordMembers.WriteProperty(writer, properties[i], model.Fields[i].Summary);
            }

            if (isQuery)
            {
                writer.Line("""
                    // Members of a dynamic call that this model does not declare: what they mean nobody knows, so they are refused.
                    AdditionalData? IKeepsUnknown.AdditionalData => _additionalData;
                    """);
                writer.Separate();
                QueryModelEmitter.WriteMethod(writer, model);
            }
            else
            {
                if (keepsUnknown)
                {
                    RecordMembers.WriteAdditionalData(writer, "JSON");
                }

                RecordMembers.WriteIdentity(writer, model.Name, model.Fields);
            }

            WriteShorthand(writer, model, "string", "text", ModelShape.FieldOf(model, model.ShorthandString));
            WriteShorthand(writer, model, "long", "number", ModelShape.FieldOf(model, model.ShorthandNumber));
        }

        return CSharpFile.Create($"Models/{model.Name}.g.cs", CSharpFile.PublicNamespace, writer);
    }

    /// <summary>What the type is declared as.</summary>
    public static string Keyword(ModelSpec model) => model.Kind == ModelKind.Query ? "class" : "record";

    private static void WriteShorthand(SourceWriter writer, ModelSpec model, string type, string word, FieldSpec? field)
    {
        if (field is null)
        {
            return;
        }

        writer.Line($$"""
            /// <summary>A {{word}} alone means <see cref="{{field.Property}}"/>.</summary>
            /// <param name="value">The {{word}}.</param>
            public static implicit operator {{model.Name}}({{type}} value) => new() { {{field.Property}} = value };
            """);
        writer.Separate();
    }
}
