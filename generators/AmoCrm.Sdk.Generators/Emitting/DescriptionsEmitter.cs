using AmoCrm.Sdk.Generators.Model;

namespace AmoCrm.Sdk.Generators.Emitting;

/// <summary>Emits what a module's handlers say of themselves: their facts, and the JSON Schemas (2020-12) of their params and results.</summary>
internal static class DescriptionsEmitter
{
    public static SourceFile Emit(ModuleDescriptionsInput input) => PackedJson.Emit(
        "Descriptions",
        NameOf(input.Module),
        $"What the handlers of the module <c>{input.Module.Name}</c> are, take and answer, without the definitions of the models they name.",
        Descriptions(input.Module, new SchemaDocument(new SchemaTypes(input.Enums))));

    /// <summary>The class that holds a module's descriptions.</summary>
    public static string NameOf(ModuleSpec module) => module.Identifier + "Descriptions";

    private static IEnumerable<KeyValuePair<string, string>> Descriptions(ModuleSpec module, SchemaDocument document)
    {
        foreach (var handler in module.Handlers)
        {
            yield return Facts(handler.Name, HandlerFactsJson.Of(module, handler));
            yield return Parameters(handler.Name, document.Parameters(handler));
            yield return Result(handler.Name, document.Result(handler));
            if (handler.Batch is { Handler: { } batchName } batch)
            {
                yield return Facts(batchName, HandlerFactsJson.OfBatch(module, handler, batch, batchName));
                yield return Parameters(batchName, document.BatchParameters(handler, batch));
                yield return Result(batchName, document.BatchResult(handler));
            }
        }
    }

    // HandlerDescriptor asks for these names.
    private static KeyValuePair<string, string> Facts(string handler, string facts) => new(handler + "/facts", facts);

    private static KeyValuePair<string, string> Parameters(string handler, string schema) => new(handler + "/parameters", schema);

    private static KeyValuePair<string, string> Result(string handler, string schema) => new(handler + "/result", schema);
}
