using AmoCrm.Sdk.Generators.Model;

namespace AmoCrm.Sdk.Generators.Emitting;

/// <summary>Emits the function that reads back what a create or an update has written.</summary>
internal static class FetchEmitter
{
    /// <summary>The function's name; null when the handler cannot read back.</summary>
    public static string? NameOf(RequestShape shape) => ResultShape.IsEmitted(shape.Handler) && ResultShape.HasEntity(shape.Handler)
        ? $"Fetch{shape.Handler.Stem}Async"
        : null;

    public static void Write(SourceWriter writer, RequestShape shape)
    {
        var handler = shape.Handler;
        if (NameOf(shape) is not { } name || handler.Returns is not { FetchOperation: { } operation, FetchArguments: { } arguments })
        {
            return;
        }

        var result = ResultShape.TypeOf(handler);
        writer.Line($$"""
            private static Task<{{result}}> {{name}}(AmoCrmApi api, {{shape.CarrierType}} {{shape.CarrierName}}, {{result}} result, CancellationToken cancellationToken) => FetchBack.ReadAsync(
                api,
                result,
                {{OwnName(handler, operation)}},
                new {{arguments}}({{string.Join(", ", Keys(shape).Append("result.Id"))}}),
                static (written, entity, error) => written with { {{handler.Returns.Property}} = entity, FetchError = error },
                cancellationToken);
            """);
        writer.Separate();
    }

    /// <summary>An operation of the same class needs no class name.</summary>
    private static string OwnName(HandlerSpec handler, string operation)
    {
        var own = CSharpNames.Pascal(handler.Module) + "Operations.";
        return operation.StartsWith(own, StringComparison.Ordinal) ? operation.Substring(own.Length) : operation;
    }

    /// <summary>The path variables that the reading operation has before the object's own id: the pipeline of a status, the scope of a field.</summary>
    private static IEnumerable<string> Keys(RequestShape shape)
    {
        var own = shape.Handler.Effect == HandlerEffect.Create ? null : shape.ItemId;
        return shape.Positional
            .Where(param => param.Placement == ParamPlacement.Path && param != own)
            .Select(static param => $"arguments.{param.Property}");
    }
}
