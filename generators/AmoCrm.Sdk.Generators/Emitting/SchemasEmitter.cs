using AmoCrm.Sdk.Generators.Model;

namespace AmoCrm.Sdk.Generators.Emitting;

/// <summary>Emits the JSON Schemas (2020-12) of a module's params and results.</summary>
internal static class SchemasEmitter
{
    public static SourceFile Emit(ModuleSchemaInput input)
    {
        var name = input.Module.Identifier + "Schemas";
        var schemas = new SchemaDocument(new SchemaTypes(input.Enums));
        var writer = new SourceWriter();
        writer.Line($"/// <summary>JSON Schemas of the params and results of the module <c>{input.Module.Name}</c>, without the definitions of the models they name.</summary>");
        writer.Line(CSharpFile.GeneratedCode);
        using (writer.Block($"internal static class {name}"))
        {
            foreach (var handler in input.Module.Handlers)
            {
                WriteLiteral(writer, handler.Stem + "Parameters", schemas.Parameters(handler));
                WriteLiteral(writer, handler.Stem + "Result", schemas.Result(handler));
                if (handler.Batch is { Handler: { } batchName } batch)
                {
                    var stem = HandlerStem.Of(batchName);
                    WriteLiteral(writer, stem + "Parameters", schemas.BatchParameters(handler, batch));
                    WriteLiteral(writer, stem + "Result", schemas.BatchResult(handler));
                }
            }
        }

        return CSharpFile.Create($"Schemas/{name}.g.cs", CSharpFile.DispatchNamespace, writer);
    }

    private static void WriteLiteral(SourceWriter writer, string property, string json)
    {
        writer.Line($"internal static ReadOnlySpan<byte> {property} =>");
        using (writer.Indent())
        {
            writer.Line($"\"\"\"\n{json}\n\"\"\"u8;");
        }

        writer.Separate();
    }
}
