using AmoCrm.Sdk.Generators.Model;

namespace AmoCrm.Sdk.Generators.Emitting;

/// <summary>Emits the result of a create or an update: the ids that amoCRM answers, and the entity where it was read back.</summary>
internal static class ResultEmitter
{
    private static readonly BackedProperty FetchError = new(
        new TypeSpec(TypeKind.Runtime, "AmoCrmException", IsList: false, IsNullable: true, IsValueType: false), "FetchError", "init");

    /// <summary>The file; null when the handler's result is a model, a page, a list or nothing.</summary>
    public static SourceFile? Emit(HandlerSpec handler)
    {
        if (!ResultShape.IsEmitted(handler))
        {
            return null;
        }

        var type = ResultShape.TypeOf(handler);
        var writer = new SourceWriter();
        writer.Line($"/// <summary>The result of <c>{handler.Client}Client.{handler.Method}Async</c> (<c>{handler.Name}</c>).</summary>");
        writer.Line($"[JsonConverter(typeof(ModelJsonConverter<{type}>))]");
        writer.Line(CSharpFile.GeneratedCode);
        using (writer.Block($"public sealed partial record {type} : IJsonModel<{type}>"))
        {
            var fields = ResultShape.Fields(handler);
            var properties = fields.Select(static field => RecordMembers.PropertyOf(field)).ToList();
            RecordMembers.WriteFields(writer, [.. properties, .. ResultShape.HasEntity(handler) ? [FetchError] : Array.Empty<BackedProperty>(), RecordMembers.AdditionalData]);
            for (var i = 0; i < properties.Count; i++)
            {
                RecordMembers.WriteProperty(writer, properties[i], fields[i].Summary);
            }

            if (ResultShape.HasEntity(handler))
            {
                RecordMembers.WriteProperty(writer, FetchError, "Why the object could not be read back although the write succeeded; null when it could or nobody asked.");
            }

            RecordMembers.WriteAdditionalData(writer, "answer");
            RecordMembers.WriteIdentity(writer, type, fields);
        }

        return CSharpFile.Create($"Results/{type}.g.cs", CSharpFile.PublicNamespace, writer);
    }
}
