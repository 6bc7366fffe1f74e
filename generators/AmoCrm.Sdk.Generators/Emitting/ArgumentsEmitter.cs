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

        var members = shape.Positional
            .Select(static param => new Member(CSharpType.Of(RequestShape.TypeOf(param)), param.Property, param.Summary))
            .Concat(shape.HasRequest ? [new Member(shape.RequestType + (shape.IsRequestNullable ? "?" : ""), "Request", "Everything else.")] : [])
            .ToList();
        var writer = new SourceWriter();
        writer.Line($"/// <summary>What <c>{handler.Client}Client.{handler.Method}Async</c> takes, as one value: the request type of <c>{handler.Name}</c> in dispatch.</summary>");
        foreach (var member in members)
        {
            writer.Line($"/// <param name=\"{CSharpNames.Parameter(member.Property)}\">{CSharpText.XmlDoc(member.Summary)}</param>");
        }

        if (IsPlain(shape))
        {
            writer.Line("[StructLayout(LayoutKind.Auto)]");
        }

        // Not a record: its equality, Deconstruct and printing were 32 KB of the library, and nobody compares arguments.
        var parameters = members.Select(member => $"{member.Type} {CSharpNames.Parameter(member.Property)}{(member.Property == "Request" && shape.IsRequestNullable ? " = null" : "")}");
        writer.Line(CSharpFile.GeneratedCode);
        using (writer.Block($"public readonly struct {shape.ArgumentsType}({string.Join(", ", parameters)})"))
        {
            foreach (var member in members)
            {
                XmlComment.Write(writer, member.Summary);
                writer.Line($"public {member.Type} {member.Property} => {CSharpNames.Parameter(member.Property)};");
                writer.Separate();
            }

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

    private readonly record struct Member(string Type, string Property, string Summary);
}
