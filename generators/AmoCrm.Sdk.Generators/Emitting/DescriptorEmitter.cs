using AmoCrm.Sdk.Generators.Model;

namespace AmoCrm.Sdk.Generators.Emitting;

/// <summary>Emits a handler's descriptor: its name and how to call it.</summary>
internal static class DescriptorEmitter
{
    public static void Write(SourceWriter writer, ModuleSpec module, RequestShape shape)
    {
        var handler = shape.Handler;
        var type = $"HandlerDescriptor<{shape.CarrierType}, {ResultShape.TypeOf(handler)}>";
        XmlComment.Write(writer, handler.Summary);
        using (writer.Block($"internal static HandlerDescriptor {handler.Stem} {{ get; }} = new {type}({ConstructorArguments(module, handler.Name)})", ";"))
        {
            writer.Line($"Bind = {BinderEmitter.NameOf(handler)},");
            writer.Line($"Invoke = static (client, {(shape.CarrierType == "NoArguments" ? "_" : shape.CarrierName)}, cancellationToken) => client.{handler.Client}.{handler.Method}Async({Arguments(shape)}),");
            writer.Line($"WriteResult = {ResultWriting.Writer(handler)},");
            writer.Line($"WriteEnvelope = {EnvelopeEmitter.NameOf(handler)},");
        }

        writer.Separate();
    }

    /// <summary>The constructor's arguments: the name, and what leads to the facts and schemas of a handler or of its batch form.</summary>
    public static string ConstructorArguments(ModuleSpec module, string name) => $"{CSharpText.Literal(name)}, {DescriptionsEmitter.NameOf(module)}.All";

    private static string Arguments(RequestShape shape)
    {
        var values = shape.Positional.Select(static param => $"arguments.{param.Property}").ToList();
        if (shape.HasRequest)
        {
            values.Add(shape.HasArguments ? "arguments.Request" : "request");
        }

        values.Add("cancellationToken");
        return string.Join(", ", values);
    }
}
