using AmoCrm.Sdk.Generators.Model;

namespace AmoCrm.Sdk.Generators.Emitting;

/// <summary>Emits the JSON Schemas (2020-12) of a module's params and results.</summary>
internal static class SchemasEmitter
{
    public static SourceFile Emit(ModuleSchemaInput input) => PackedSchemas.Emit(
        NameOf(input.Module),
        $"JSON Schemas of the params and results of the module <c>{input.Module.Name}</c>, by handler, without the definitions of the models they name.",
        Schemas(input.Module.Handlers, new SchemaDocument(new SchemaTypes(input.Enums))));

    /// <summary>The class that holds a module's schemas.</summary>
    public static string NameOf(ModuleSpec module) => module.Identifier + "Schemas";

    private static IEnumerable<KeyValuePair<string, string>> Schemas(IEnumerable<HandlerSpec> handlers, SchemaDocument document)
    {
        foreach (var handler in handlers)
        {
            yield return Parameters(handler.Name, document.Parameters(handler));
            yield return Result(handler.Name, document.Result(handler));
            if (handler.Batch is { Handler: { } batchName } batch)
            {
                yield return Parameters(batchName, document.BatchParameters(handler, batch));
                yield return Result(batchName, document.BatchResult(handler));
            }
        }
    }

    // HandlerDescriptor asks for these names.
    private static KeyValuePair<string, string> Parameters(string handler, string schema) => new(handler + "/parameters", schema);

    private static KeyValuePair<string, string> Result(string handler, string schema) => new(handler + "/result", schema);
}
