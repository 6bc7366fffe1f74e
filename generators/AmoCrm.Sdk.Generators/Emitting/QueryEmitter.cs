using AmoCrm.Sdk.Generators.Model;

namespace AmoCrm.Sdk.Generators.Emitting;

/// <summary>Emits the function that writes a handler's query string. <c>page</c> and <c>limit</c> are the runtime's.</summary>
internal static class QueryEmitter
{
    /// <summary>The function's name; null when the handler has no query.</summary>
    public static string? NameOf(HandlerSpec handler) => ParamsOf(handler).Any() ? $"Write{handler.Stem}Query" : null;

    public static void Write(SourceWriter writer, RequestShape shape)
    {
        if (NameOf(shape.Handler) is not { } name)
        {
            return;
        }

        using (writer.Block($"private static void {name}({shape.CarrierType} {shape.CarrierName}, QueryString query)"))
        {
            if (ParamsOf(shape.Handler).Any(static param => !param.IsPositional) && shape.RequestVariable() is { } variable)
            {
                writer.Line(variable);
            }

            foreach (var param in ParamsOf(shape.Handler))
            {
                WriteParam(writer, shape, param);
            }
        }

        writer.Separate();
    }

    private static void WriteParam(SourceWriter writer, RequestShape shape, ParamSpec param)
    {
        var type = RequestShape.TypeOf(param);
        var name = CSharpText.Literal(param.QueryName);
        var value = RequestShape.Access(param);
        if (!type.IsNullable)
        {
            QueryWriting.Add(writer, type, param.Style, name, param.QueryName, value);
        }
        else if (QueryWriting.IsNested(type) && !type.IsList)
        {
            writer.Line($"{value}?.WriteQuery(query, {name});");
        }
        else
        {
            var local = CSharpNames.Local(param.Property);
            using (writer.Block($"if ({value} is {{ }} {local})"))
            {
                QueryWriting.Add(writer, type, param.Style, name, param.QueryName, local);
            }
        }
    }

    private static IEnumerable<ParamSpec> ParamsOf(HandlerSpec handler) => handler.Params.Where(param =>
        param is { IsDynamicOnly: false, Placement: ParamPlacement.Query } && !(handler.Paging is not null && param.Name is "page" or "limit"));
}
