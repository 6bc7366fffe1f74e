using AmoCrm.Sdk.Generators.Model;

namespace AmoCrm.Sdk.Generators.Emitting;

/// <summary>Emits the JSON converter of a model.</summary>
internal static class ModelJsonConverterEmitter
{
    public static SourceFile Emit(ModelSpec model)
    {
        var shape = ModelShape.Of(model);
        var writer = new SourceWriter();
        return ConverterFrame.Create(writer, "Models", model.Name, isStruct: false, () =>
        {
            JsonObjectReaderEmitter.Write(writer, shape);
            JsonObjectWriterEmitter.Write(writer, shape);
        });
    }
}
