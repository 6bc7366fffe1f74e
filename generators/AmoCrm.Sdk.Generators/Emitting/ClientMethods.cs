using AmoCrm.Sdk.Generators.Model;

namespace AmoCrm.Sdk.Generators.Emitting;

/// <summary>The C# methods of a handler: the call itself, its enumeration, its batch.</summary>
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
        }

        if (spec.Handler.Batch is { } batch)
        {
            yield return Batch(spec, shape, batch);
        }
    }

    /// <summary>The name of the enumerating method: <c>List</c> → <c>Enumerate</c>, <c>ListElements</c> → <c>EnumerateElements</c>.</summary>
    public static string EnumerationName(HandlerSpec handler)
    {
        const string List = "List";
        var rest = handler.Method.StartsWith(List, StringComparison.Ordinal) ? handler.Method.Substring(List.Length) : handler.Method;
        return $"Enumerate{rest}Async";
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
        var item = handler.Returns.ModelName;
        var itemId = handler.Returns.ItemHasId ? "static item => item.Id, " : "";
        return new ClientMethod(
            $"IAsyncEnumerable<{item}>",
            EnumerationName(handler),
            Parameters(shape),
            $"_api.EnumerateAsync({spec.OperationsClass}.{handler.Stem}, {Carrier(shape)}, {itemId}cancellationToken)",
            handler.IsCustom,
            $"Goes through every page of `{handler.Method}Async`, one request at a time.",
            Remarks(handler),
            Comments(shape),
            "The items of all pages, each once.");
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

    private static string Remarks(HandlerSpec handler) =>
        $"{handler.Remarks} Handler `{handler.Name}`, {handler.HttpMethod} {handler.Path}.".TrimStart();

    private static List<string> Parameters(RequestShape shape)
    {
        var parameters = shape.Positional
            .Select(static param => $"{CSharpType.Of(RequestShape.TypeOf(param))} {CSharpNames.Parameter(param.Property)}")
            .ToList();
        if (shape.HasRequest)
        {
            parameters.Add(shape.IsRequestOptional ? $"{shape.RequestType}? request = null" : $"{shape.RequestType} request");
        }

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
