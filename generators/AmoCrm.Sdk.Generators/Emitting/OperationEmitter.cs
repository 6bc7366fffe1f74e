using AmoCrm.Sdk.Generators.Model;

namespace AmoCrm.Sdk.Generators.Emitting;

/// <summary>
/// Emits one operation: the facts of a request as an object initializer. Delegates are written <c>new(Method)</c>: for a bare method group
/// the compiler keeps a static field beside the operation, which is made once anyway.
/// </summary>
internal static class OperationEmitter
{
    public static void Write(SourceWriter writer, RequestShape shape)
    {
        var handler = shape.Handler;
        if (handler.Paging is { } paging)
        {
            WritePaging(writer, handler, paging);
        }

        XmlComment.Write(writer, handler.Summary);

        // Made when it is first used: with an initializer, one operation would bring those of its whole module into a trimmed program.
        using (writer.Block($"internal static Operation<{shape.CarrierType}, {ResultShape.OperationTypeOf(handler)}> {handler.Stem} => field ??= new()", ";"))
        {
            foreach (var fact in Facts(shape))
            {
                writer.Line(fact + ",");
            }
        }

        writer.Separate();
    }

    private static void WritePaging(SourceWriter writer, HandlerSpec handler, PagingSpec paging)
    {
        using (writer.Block($"private static readonly PagingRules {ResponseReaderEmitter.PagingName(handler)} = new()", ";"))
        {
            writer.Line($"MaximumLimit = {CSharpText.Number(paging.Maximum)},");
            writer.Line($"DefaultLimit = {CSharpText.Number(paging.Default)},");
            writer.Line($"ShortPageEnds = {Bool(paging.ShortPageEnds)},");
            writer.Line($"HasTotals = {Bool(paging.HasTotals)},");
            if (paging.StableOrder is { } order)
            {
                writer.Line($"StableOrder = {CSharpText.Literal(order)},");
            }
        }

        writer.Separate();
    }

    private static IEnumerable<string> Facts(RequestShape shape)
    {
        var handler = shape.Handler;
        yield return $"Handler = {CSharpText.Literal(handler.Name)}";
        yield return $"Method = {HttpMethod(handler.HttpMethod)}";
        yield return $"PathTemplate = {CSharpText.Literal(handler.Path)}";
        yield return $"Effect = HandlerEffect.{handler.Effect}";
        yield return $"Retry = RetrySafety.{handler.Retry}";
        if (!handler.Returns.Success.SequenceEqual([200, 201, 202, 204]))
        {
            yield return $"Success = [{string.Join(", ", handler.Returns.Success)}]";
        }

        if (handler.Returns.Missing.Count > 0)
        {
            yield return $"Missing = [{string.Join(", ", handler.Returns.Missing)}]";
        }

        foreach (var fact in RequestFacts(shape).Concat(ResponseFacts(shape)))
        {
            yield return fact;
        }
    }

    private static IEnumerable<string> RequestFacts(RequestShape shape)
    {
        var handler = shape.Handler;
        if (ValidationEmitter.NameOf(shape) is { } validate)
        {
            yield return $"Validate = new({validate})";
        }

        if (PrepareEmitter.NameOf(shape) is { } prepare)
        {
            yield return $"Prepare = new({prepare})";
        }

        if (shape.Members.Concat(shape.Positional).FirstOrDefault(static param => param.CustomFieldScope is not null) is { CustomFieldScope: { } scope } fields)
        {
            yield return $"CustomFields = static {shape.CarrierName} => {shape.LambdaAccess(shape.Sent(fields))}";
            yield return $"CustomFieldScope = {Scope(shape, scope)}";
        }

        if (shape.Members.FirstOrDefault(static param => param.NeedsApiFilter) is { } filter)
        {
            yield return $"ApiFilter = static {shape.CarrierName} => {ApiFilter(shape, filter)}";
        }

        if (Path(shape, handler.Path) is { } path)
        {
            yield return $"Path = {path}";
        }

        if (QueryEmitter.NameOf(handler) is { } query)
        {
            yield return $"Query = new({query})";
        }

        if (handler.Paging is { } paging)
        {
            yield return $"Window = static {shape.CarrierName} => {ResponseReaderEmitter.Window(shape)}";
            yield return $"Paging = {ResponseReaderEmitter.PagingName(handler)}";
            if (paging.StableOrder is not null && shape.Find("order") is { IsDynamicOnly: false } order)
            {
                yield return $"HasOrder = static {shape.CarrierName} => {shape.LambdaAccess(order)} is {{ IsEmpty: false }}";
            }
        }

        if (BodyWriterEmitter.NameOf(handler) is { } body)
        {
            yield return $"BodyKind = BodyKind.{handler.Body}";
            yield return $"Body = new({body})";
        }

        if (handler.Batch is { } batch)
        {
            yield return $"Batch = {Batch(handler, batch)}";
        }
    }

    private static IEnumerable<string> ResponseFacts(RequestShape shape)
    {
        var handler = shape.Handler;
        yield return $"Read = {ResponseReaderEmitter.Read(shape)}";
        if (handler.Batch is { } batch)
        {
            yield return $"ReadMany = {ResponseReaderEmitter.ReadMany(handler)}";
            if (ResultShape.IsEmitted(handler) || handler.Returns.ItemHasRequestId)
            {
                yield return "ResultRequestId = static result => result.RequestId";
                if (handler.Effect == HandlerEffect.Create)
                {
                    yield return "Coalesce = static (open, api, operation, arguments, cancellationToken) => open.SendAsync(api, operation, arguments, cancellationToken)";
                }
            }

            if (ResultShape.IsEmitted(handler) && handler.Effect == HandlerEffect.Update && shape.ItemId is { } id)
            {
                yield return $"ArgumentsId = static arguments => arguments.{id.Property}";
            }

            yield return "ResultId = static result => result.Id";

            if (batch.Refuse.Count > 0)
            {
                yield return $"BatchRefusal = new(Find{handler.Stem}Refusal)";
            }
        }

        if (ResponseReaderEmitter.Absent(shape) is { } absent)
        {
            yield return $"Absent = {absent}";
        }

        if (FetchEmitter.NameOf(shape) is { } read && shape.Find("fetch") is { } fetch)
        {
            yield return $"WantsFetch = static {shape.CarrierName} => {shape.LambdaAccess(fetch)}{(shape.IsRequestNullable ? " == true" : "")}";
            yield return $"Fetch = new({read})";
        }
    }

    private static string ApiFilter(RequestShape shape, ParamSpec filter)
    {
        var allows = shape.Find("allow_unfiltered");
        if (shape.IsRequestNullable)
        {
            return $"arguments.Request is {{ {filter.Property}.IsEmpty: false{(allows is null ? "" : $", {allows.Property}: false")} }}";
        }

        return $"{shape.LambdaAccess(filter)} is {{ IsEmpty: false }}{(allows is null ? "" : $" && !{shape.LambdaAccess(allows)}")}";
    }

    private static string Scope(RequestShape shape, string scope) =>
        shape.Positional.FirstOrDefault(param => scope == $"catalogs/{{{param.Name}}}") is { } catalog
            ? $"static arguments => CustomFieldScope.Catalog(arguments.{catalog.Property})"
            : $"static _ => CustomFieldScope.{CSharpNames.Pascal(scope)}";

    /// <summary>The function of the path; null where the template is the path.</summary>
    private static string? Path(RequestShape shape, string template)
    {
        var path = template;
        foreach (var param in shape.Positional.Where(static param => param.Placement == ParamPlacement.Path))
        {
            var method = param.Type is { Kind: TypeKind.Runtime } ? "Segments" : "Segment";
            var value = param.Type.Kind is TypeKind.StringEnum or TypeKind.IntegerEnum ? $"arguments.{param.Property}.Value" : $"arguments.{param.Property}";
            path = path.Replace($"{{{param.Name}}}", $"{{ApiPath.{method}({value}, {CSharpText.Literal(param.Name)})}}");
        }

        return path == template ? null : $"static arguments => $\"{path}\"";
    }

    private static string Batch(HandlerSpec handler, BatchSpec batch)
    {
        var differences = new List<string>();
        if (batch.HttpMethod != handler.HttpMethod)
        {
            differences.Add($"Method = {HttpMethod(batch.HttpMethod)}");
        }

        if (batch.Path != handler.Path)
        {
            differences.Add($"Path = {CSharpText.Literal(batch.Path)}");
        }

        if (batch.Handler is { } name)
        {
            differences.Add($"Handler = {CSharpText.Literal(name)}");
        }

        var rules = $"new BatchRules({CSharpText.Number(batch.Best)}, {CSharpText.Number(batch.Maximum)})";
        return differences.Count == 0 ? rules : $"{rules} {{ {string.Join(", ", differences)} }}";
    }

    private static string HttpMethod(string method) => "HttpMethod." + method[0] + method.Substring(1).ToLowerInvariant();

    private static string Bool(bool value) => value ? "true" : "false";
}
