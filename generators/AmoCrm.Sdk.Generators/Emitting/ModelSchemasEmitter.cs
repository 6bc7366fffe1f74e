using AmoCrm.Sdk.Generators.Model;

namespace AmoCrm.Sdk.Generators.Emitting;

/// <summary>Emits the JSON Schema of each model, once for all the schemas that name it.</summary>
internal static class ModelSchemasEmitter
{
    public static SourceFile Emit(ModelSchemasInput input)
    {
        var types = new SchemaTypes(input.Enums);
        return PackedJson.Emit(
            "Schemas",
            "ModelSchemas",
            "JSON Schemas of the models that params and results reach, by name.",
            input.Models.Select(model => new KeyValuePair<string, string>(model.Name, SchemaModels.Of(model, types))));
    }
}
