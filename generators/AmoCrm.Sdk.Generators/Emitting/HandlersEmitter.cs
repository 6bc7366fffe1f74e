using AmoCrm.Sdk.Generators.Model;

namespace AmoCrm.Sdk.Generators.Emitting;

/// <summary>Emits what dispatch needs of a module: a descriptor, a binder and an envelope a handler.</summary>
internal static class HandlersEmitter
{
    public static SourceFile Emit(ModuleSpec module)
    {
        var name = module.Identifier + "Handlers";
        var writer = new SourceWriter();
        writer.Line($"/// <summary>The handlers of the module <c>{module.Name}</c>, as dispatch by name sees them.</summary>");
        writer.Line(CSharpFile.GeneratedCode);
        using (writer.Block($"internal static class {name}"))
        {
            foreach (var handler in module.Handlers)
            {
                var shape = new RequestShape(handler);
                DescriptorEmitter.Write(writer, module, shape);
                if (handler.Batch?.Handler is not null)
                {
                    BatchDescriptorEmitter.Write(writer, module, shape);
                }

                BinderEmitter.Write(writer, shape);
                EnvelopeEmitter.Write(writer, shape);
            }
        }

        return CSharpFile.Create($"Handlers/{name}.g.cs", CSharpFile.DispatchNamespace, writer);
    }
}
