using AmoCrm.Sdk.Generators.Model;

namespace AmoCrm.Sdk.Generators.Emitting;

/// <summary>The C# methods of a handler: the call itself, its enumerations, its batch and bulk forms.</summary>
internal static class ClientMethods
{
    private const string Cancellation = "CancellationToken cancellationToken = default";

    public static IEnumerable<ClientMethod> Of(ClientMethodSpec spec)
    {
        var shape = new RequestShape(spec.Handler);
        yield return Call(spec, shape);
        if (spec.Handler.Paging is not null)
        {
            yield return Enumeration(spec, shape);
            if (!spec.Handler.IsCustom)
            {
                yield return PageEnumeration(spec, shape);
            }
        }

        if (spec.Handler.Batch is { } batch)
        {
            yield return Batch(spec, shape, batch);
            yield return Bulk(spec, shape, batch, "IEnumerable");
            yield return Bulk(spec, shape, batch, "IAsyncEnumerable");
        }
    }

    /// <summary>The name of the enumerating method: <c>List</c> → <c>Enumerate</c>, <c>ListElements</c> → <c>EnumerateElements</c>.</summary>
    public static string EnumerationName(HandlerSpec handler) => $"Enumerate{What(handler)}Async";

    private static string What(HandlerSpec handler)
    {
        const string List = "List";
        return handler.Method.StartsWith(List, StringComparison.Ordinal) ? handler.Method.Substring(List.Length) : handler.Method;
    }

    private static ClientMethod Call(ClientMethodSpec spec, RequestShape shape)
    {
        var handler = spec.Handler;
        return new ClientMethod(
            $"Task<{ResultShape.TypeOf(handler)}>",
            $"{handler.Method}Async",
            Parameters(shape),
            $"_api.SendAsync({spec.OperationsClass}.{handler.Stem}, {Carrier(shape)}, cancellationToken)",
            handler.IsCustom,
            handler.Summary,
            Remarks(handler),
            Comments(shape),
            Returns(handler));
    }

    private static ClientMethod Enumeration(ClientMethodSpec spec, RequestShape shape)
    {
        var handler = spec.Handler;
        return new ClientMethod(
            $"IAsyncEnumerable<{handler.Returns.ModelName}>",
            EnumerationName(handler),
            Parameters(shape),
            $"_api.EnumerateAsync({spec.OperationsClass}.{handler.Stem}, {Carrier(shape)}, {ItemId(handler)}cancellationToken)",
            handler.IsCustom,
            $"Goes through every page of `{handler.Method}Async`, and reads the next ones while you work on one.",
            Remarks(handler),
            Comments(shape),
            "The items of all pages, each once.");
    }

    private static ClientMethod PageEnumeration(ClientMethodSpec spec, RequestShape shape)
    {
        var handler = spec.Handler;
        var isOmitted = shape is { HasRequest: true, IsRequestOptional: true } ? "request is null" : "false";
        return new ClientMethod(
            $"IAsyncEnumerable<Page<{handler.Returns.ModelName}>>",
            $"Enumerate{What(handler)}PagesAsync",
            Parameters(shape, "string? continuation = null"),
            $"_api.EnumeratePagesAsync({spec.OperationsClass}.{handler.Stem}, {Carrier(shape)}, {ItemId(handler)}new PageStart(continuation, {isOmitted}), cancellationToken)",
            IsPartial: false,
            $"Goes through `{handler.Method}Async` page by page, and reads the next ones while you work on one. Each page has what goes on behind it, to be kept.",
            Remarks(handler),
            [.. Comments(shape), ("continuation", "The `Continuation` of a page of an earlier enumeration: goes on behind it, with its filter, its order and its page size. Null for the beginning.")],
            "The pages, each item once; no empty ones.");
    }

    private static ClientMethod Batch(ClientMethodSpec spec, RequestShape shape, BatchSpec batch)
    {
        var handler = spec.Handler;
        return new ClientMethod(
            $"Task<IReadOnlyList<{ResultShape.TypeOf(handler)}>>",
            $"{batch.Method}Async",
            [$"IReadOnlyList<{shape.CarrierType}> requests", Cancellation],
            $"_api.SendManyAsync({spec.OperationsClass}.{handler.Stem}, requests, cancellationToken)",
            IsPartial: false,
            $"`{handler.Method}Async` for many objects in one request: at most {CSharpText.Number(batch.Maximum)}, best up to {CSharpText.Number(batch.Best)}.",
            Remarks(handler),
            [("requests", $"What `{handler.Method}Async` takes, once for each object.")],
            "A result for each request, in the order of the requests.");
    }

    private static ClientMethod Bulk(ClientMethodSpec spec, RequestShape shape, BatchSpec batch, string collection)
    {
        var handler = spec.Handler;
        return new ClientMethod(
            $"IAsyncEnumerable<BulkOutcome<{shape.CarrierType}, {ResultShape.TypeOf(handler)}>>",
            BulkName(batch),
            [$"{collection}<{shape.CarrierType}> requests", "BulkOptions? options = null", Cancellation],
            $"_api.BulkAsync({spec.OperationsClass}.{handler.Stem}, requests, options, cancellationToken)",
            IsPartial: false,
            $"`{handler.Method}Async` for any number of objects: in requests of {CSharpText.Number(batch.Best)}, several at once within amoCRM's limits. Nothing is sent before it is enumerated.",
            $"An object that is refused does not sink the others. A request that cannot be sent ends it: its objects are told as not sent, then its exception is thrown. Objects without an outcome were not sent. {Remarks(handler)}",
            [("requests", $"What `{handler.Method}Async` takes, once for each object."), ("options", "How; null for the defaults.")],
            "What became of each object, in the order of the requests.");
    }

    /// <summary><c>CreateMany</c> → <c>BulkCreate</c>.</summary>
    private static string BulkName(BatchSpec batch) => $"Bulk{batch.Method.Replace("Many", "")}Async";

    private static string ItemId(HandlerSpec handler) => handler.Returns.ItemHasId ? "static item => item.Id, " : "";

    private static string Remarks(HandlerSpec handler) =>
        $"{handler.Remarks} Handler `{handler.Name}`, {handler.HttpMethod} {handler.Path}.".TrimStart();

    private static List<string> Parameters(RequestShape shape, params string[] further)
    {
        var parameters = shape.Positional
            .Select(static param => $"{CSharpType.Of(RequestShape.TypeOf(param))} {CSharpNames.Parameter(param.Property)}")
            .ToList();
        if (shape.HasRequest)
        {
            parameters.Add(shape.IsRequestOptional ? $"{shape.RequestType}? request = null" : $"{shape.RequestType} request");
        }

        parameters.AddRange(further);
        parameters.Add(Cancellation);
        return parameters;
    }

    private static List<(string Name, string Text)> Comments(RequestShape shape)
    {
        var comments = shape.Positional.Select(static param => (CSharpNames.Parameter(param.Property).TrimStart('@'), param.Summary)).ToList();
        if (shape.HasRequest)
        {
            var what = shape.HasArguments ? "Everything else" : "What to ask for";
            comments.Add(("request", shape.IsRequestOptional ? $"{what}; null for the defaults." : $"{what}."));
        }

        return comments;
    }

    private static string Carrier(RequestShape shape)
    {
        if (shape.HasArguments)
        {
            var values = shape.Positional.Select(static param => CSharpNames.Parameter(param.Property)).Concat(shape.HasRequest ? ["request"] : []);
            return $"new {shape.ArgumentsType}({string.Join(", ", values)})";
        }

        if (!shape.HasRequest)
        {
            return "default(NoArguments)";
        }

        return shape.IsRequestOptional ? $"request ?? new {shape.RequestType}()" : "request";
    }

    private static string Returns(HandlerSpec handler) => handler.Returns.Kind switch
    {
        ReturnsKind.Entity when ResultShape.IsNullable(handler) => "The object; null when there is none.",
        ReturnsKind.Entity => "The object.",
        ReturnsKind.Page => "One page; empty where nothing matches.",
        ReturnsKind.List => "The items; empty where there are none.",
        ReturnsKind.Created => "The id of what was created, and the whole object where `fetch` asked for it.",
        ReturnsKind.Updated => "The id of what was changed, and the whole object where `fetch` asked for it.",
        ReturnsKind.Nothing => "Nothing: it is done.",
        _ => "What came of it.",
    };
}
