using AmoCrm.Sdk.Generators.Model;

namespace AmoCrm.Sdk.Generators.Emitting;

/// <summary>Emits the struct that carries a handler's positional params and its request through the runtime and dispatch.</summary>
internal static class ArgumentsEmitter
{
    /// <summary>The file; null when no param is positional.</summary>
    public static SourceFile? Emit(HandlerSpec handler)
    {
        var shape = new RequestShape(handler);
        if (!shape.HasArguments)
        {
            return null;
        }

        var writer = new SourceWriter();
        writer.Line($"/// <summary>What <c>{handler.Client}Client.{handler.Method}Async</c> takes, as one value: the request type of <c>{handler.Name}</c> in dispatch.</summary>");
        foreach (var param in shape.Positional)
        {
            writer.Line($"/// <param name=\"{param.Property}\">{CSharpText.XmlDoc(param.Summary)}</param>");
        }

        var parameters = shape.Positional.Select(static param => $"{CSharpType.Of(RequestShape.TypeOf(param))} {param.Property}").ToList();
        if (shape.HasRequest)
        {
            writer.Line("/// <param name=\"Request\">Everything else.</param>");
            parameters.Add(shape.IsRequestNullable ? $"{shape.RequestType}? Request = null" : $"{shape.RequestType} Request");
        }

        if (IsPlain(shape))
        {
            writer.Line("[StructLayout(LayoutKind.Auto)]");
        }

        writer.Line(CSharpFile.GeneratedCode);
        using (writer.Block($"public readonly record struct {shape.ArgumentsType}({string.Join(", ", parameters)})"))
        {
            writer.Line("""
                /// <summary>The type and the ids in it: never a customer's data.</summary>
                /// <returns>A text for logs.</returns>
                """);
            writer.Line(RequestEmitter.ToStringMethod(shape.ArgumentsType, shape.Positional));
        }

        return CSharpFile.Create($"Requests/{shape.ArgumentsType}.g.cs", CSharpFile.PublicNamespace, writer);
    }

    /// <summary>MA0008: a struct of plain values says how it is laid out.</summary>
    private static bool IsPlain(RequestShape shape) =>
        !shape.HasRequest
        && shape.Positional.Count > 1
        && shape.Positional.All(static param => param.Type is { Kind: TypeKind.Primitive, IsValueType: true, IsList: false });
}
