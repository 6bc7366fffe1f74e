using AmoCrm.Sdk.Generators.Model;

namespace AmoCrm.Sdk.Generators.Emitting;

/// <summary>Emits the operations of a module, each with the functions it is made of.</summary>
internal static class OperationsEmitter
{
    public static SourceFile Emit(ModuleSpec module)
    {
        var name = module.Identifier + "Operations";
        var writer = new SourceWriter();
        writer.Line($"/// <summary>The requests of the module <c>{module.Name}</c>, one operation a handler.</summary>");
        writer.Line(CSharpFile.GeneratedCode);
        using (writer.Block($"internal static class {name}"))
        {
            foreach (var handler in module.Handlers)
            {
                var shape = new RequestShape(handler);
                OperationEmitter.Write(writer, shape);
                ValidationEmitter.Write(writer, shape);
                PrepareEmitter.Write(writer, shape);
                QueryEmitter.Write(writer, shape);
                BodyWriterEmitter.Write(writer, shape);
                FetchEmitter.Write(writer, shape);
                WriteRefusal(writer, shape);
            }
        }

        return CSharpFile.Create($"Operations/{name}.g.cs", CSharpFile.TransportNamespace, writer);
    }

    /// <summary>Emits which of the params that a batch does not support an item has.</summary>
    private static void WriteRefusal(SourceWriter writer, RequestShape shape)
    {
        if (shape.Handler.Batch is not { Refuse: { Count: > 0 } refuse })
        {
            return;
        }

        using (writer.Block($"private static string? Find{shape.Handler.Stem}Refusal({shape.CarrierType} {shape.CarrierName})"))
        {
            if (shape.RequestVariable() is { } variable)
            {
                writer.Line(variable);
            }

            foreach (var param in refuse.Select(shape.Get))
            {
                using (writer.Block($"if ({RequestShape.Given(param) ?? "true"})"))
                {
                    writer.Line($"return {CSharpText.Literal(param.Name)};");
                }

                writer.Separate();
            }

            writer.Line("return null;");
        }

        writer.Separate();
    }
}
