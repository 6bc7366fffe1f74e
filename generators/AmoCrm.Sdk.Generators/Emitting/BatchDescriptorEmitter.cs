using AmoCrm.Sdk.Generators.Model;

namespace AmoCrm.Sdk.Generators.Emitting;

/// <summary>Emits the descriptor of a batch form that has a name of its own: <c>{"items": […]}</c>, each item with the params of the single form.</summary>
internal static class BatchDescriptorEmitter
{
    public static void Write(SourceWriter writer, ModuleSpec module, RequestShape shape)
    {
        var handler = shape.Handler;
        if (handler.Batch is not { Handler: { } name } batch)
        {
            return;
        }

        var stem = HandlerStem.Of(name);
        var result = ResultShape.TypeOf(handler);
        XmlComment.Write(writer, Summary(handler, batch));
        using (writer.Block($"internal static HandlerDescriptor {stem} {{ get; }} = new HandlerDescriptor<IReadOnlyList<{shape.CarrierType}>, IReadOnlyList<{result}>>({DescriptorEmitter.ConstructorArguments(module, name)})", ";"))
        {
            writer.Line($$"""
                Bind = static arguments => arguments.Items("items", {{handler.Stem}}, {{BinderEmitter.NameOf(handler)}}),
                Invoke = static (client, requests, cancellationToken) => client.{{handler.Client}}.{{batch.Method}}Async(requests, cancellationToken),
                WriteResult = JsonWrite.Models<{{ResultShape.ItemOf(handler)}}>,
                WriteEnvelope = static (writer, _, results) =>
                {
                    JsonWrite.Models(writer, "items"u8, results);
                    writer.WriteNumber("count"u8, results.Count);
                },
                """);
        }

        writer.Separate();
    }

    /// <summary>What the items param takes.</summary>
    public static string ItemsSummary(HandlerSpec handler, BatchSpec batch) =>
        $"Objects with the params of {handler.Name}, at most {CSharpText.Number(batch.Maximum)}, best up to {CSharpText.Number(batch.Best)}.";

    /// <summary>What the batch form does.</summary>
    public static string Summary(HandlerSpec handler, BatchSpec batch) =>
        $"{handler.Name} for many objects in one request, at most {CSharpText.Number(batch.Maximum)}.";

    /// <summary>The context key of the results: the name without the prefix, which the binder lets no name lack.</summary>
    public static string OutputOf(string handler) => handler.Substring(HandlerStem.Prefix.Length);
}
