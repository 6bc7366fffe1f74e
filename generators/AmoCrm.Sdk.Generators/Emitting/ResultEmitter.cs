using AmoCrm.Sdk.Generators.Model;

namespace AmoCrm.Sdk.Generators.Emitting;

/// <summary>Emits the result of a create or an update: the ids that amoCRM answers, and the entity where it was read back.</summary>
internal static class ResultEmitter
{
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
            foreach (var field in ResultShape.Fields(handler))
            {
                RecordMembers.WriteProperty(writer, field);
            }

            if (ResultShape.HasEntity(handler))
            {
                writer.Line("""
                    /// <summary>Why the object could not be read back although the write succeeded; null when it could or nobody asked.</summary>
                    public AmoCrmException? FetchError { get; init; }
                    """);
                writer.Separate();
            }

            RecordMembers.WriteAdditionalData(writer, "answer");
            RecordMembers.WriteIdentity(writer, type, ResultShape.Fields(handler));
        }

        return CSharpFile.Create($"Results/{type}.g.cs", CSharpFile.PublicNamespace, writer);
    }
}
