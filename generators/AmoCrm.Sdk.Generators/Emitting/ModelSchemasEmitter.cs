using AmoCrm.Sdk.Generators.Model;

namespace AmoCrm.Sdk.Generators.Emitting;

/// <summary>Emits the JSON Schema of each model, once for all the schemas that name it.</summary>
internal static class ModelSchemasEmitter
{
    public static SourceFile Emit(ModelSchemasInput input)
    {
        var types = new SchemaTypes(input.Enums);
        var writer = new SourceWriter();
        writer.Line("/// <summary>JSON Schemas of the models that params and results reach.</summary>");
        writer.Line(CSharpFile.GeneratedCode);
        using (writer.Block("internal static class ModelSchemas"))
        {
            writer.Line("/// <summary>The schema of a model; empty when there is none of that name.</summary>");
            using (writer.Block("internal static ReadOnlySpan<byte> Find(string name) => name switch", ";"))
            {
                foreach (var model in input.Models)
                {
                    writer.Line($"{CSharpText.Literal(model.Name)} => \"\"\"\n{SchemaModels.Of(model, types)}\n\"\"\"u8,");
                }

                writer.Line("_ => default,");
            }
        }

        return CSharpFile.Create("Schemas/ModelSchemas.g.cs", CSharpFile.DispatchNamespace, writer);
    }
}
