using AmoCrm.Sdk.Generators.Model;

namespace AmoCrm.Sdk.Generators.Emitting;

/// <summary>Emits how a model reads and writes itself as JSON.</summary>
internal static class ModelJsonEmitter
{
    public static SourceFile Emit(ModelSpec model)
    {
        var shape = ModelShape.Of(model);
        var writer = new SourceWriter();
        writer.Line("/// <content>How it is read and written as amoCRM spells it.</content>");
        using (writer.Block($"public sealed partial {ModelEmitter.Keyword(model)} {model.Name}"))
        {
            JsonObjectReaderEmitter.Write(writer, shape);
            JsonObjectWriterEmitter.Write(writer, shape);
        }

        return CSharpFile.Create($"Models/{model.Name}.Json.g.cs", CSharpFile.PublicNamespace, writer);
    }
}
