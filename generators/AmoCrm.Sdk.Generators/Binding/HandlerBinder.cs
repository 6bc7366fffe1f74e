using AmoCrm.Sdk.Generators.Diagnostics;
using AmoCrm.Sdk.Generators.Model;
using AmoCrm.Sdk.Generators.Parsing;

namespace AmoCrm.Sdk.Generators.Binding;

/// <summary>Binds one handler. Only what leaves no method to emit drops it: its name, its client, its method or what it returns.</summary>
internal sealed class HandlerBinder(ClientTable clients, EndpointCatalog endpoints, ParamListBinder paramLists, ReturnsBinder returns, BatchBinder batches)
{
    /// <summary>The assigned members of a request are bits of one number.</summary>
    private const int MaximumAssigned = 64;

    private static readonly string[] Keys =
    [
        "client", "method", "summary", "remarks", "endpoint", "effect", "retry", "implementation", "unsupported", "body", "nulls", "constants", "params",
        "paging", "batch", "returns", "envelope", "docs", "checked",
    ];

    private static readonly string[] HttpMethods = ["GET", "POST", "PATCH", "DELETE"];

    public BoundHandler? Bind(YamlEntry entry, ModuleContext module)
    {
        var what = $"The handler '{entry.Name}'";
        if (entry.Value is not YamlMapping mapping)
        {
            module.Scope.Report(DiagnosticDescriptors.WrongShape, entry.Value.Span, what, "a mapping");
            return null;
        }

        var reader = new MappingReader(mapping, what, entry.Key.Span, module.Scope, Keys);
        var client = reader.RequiredText("client") is { } noun ? clients.Resolve(noun, reader) : null;
        var method = Method(reader);
        var answer = returns.Bind(reader);
        if (client is null || method is null || answer is null || (answer.Model is null && answer.Spec.Kind != ReturnsKind.Nothing))
        {
            return null;
        }

        return new BoundHandler(Complete(entry, reader, module, client, method, answer), answer, module, entry);
    }

    private HandlerSpec Complete(YamlEntry entry, MappingReader reader, ModuleContext module, string client, string method, BoundReturns answer)
    {
        var endpoint = Endpoint(reader);
        var effect = Word(reader, "effect", ManifestWords.Effects);
        var body = reader.Word("body", ManifestWords.Bodies, BodyBinder.Usual(endpoint.Method));
        var list = paramLists.Bind(reader, new ParamContext(endpoint.Method, endpoint.Path, endpoint.Variables.ToEquatableArray(), body));
        var paging = PagingBinder.Bind(reader, answer.Spec);
        var parameters = WithGenerated(list.Bound, paging, answer, reader);
        var tracks = reader.Word("nulls", ManifestWords.Nulls, effect == HandlerEffect.Update);
        if (tracks && parameters.Count(param => !param.IsPositional && !param.IsDynamicOnly) > MaximumAssigned)
        {
            reader.Scope.Report(DiagnosticDescriptors.Contradiction, reader.KeyPlace("params"), "An update marks at most 64 assigned params and this handler has more: say 'nulls: omit' or make two handlers");
        }

        return new HandlerSpec
        {
            Name = entry.Name,
            Stem = HandlerStem.Of(entry.Name),
            Module = module.Name,
            Client = client,
            Method = method,
            Summary = reader.Summary(),
            Remarks = reader.Text("remarks")?.Trim(),
            HttpMethod = endpoint.Method,
            Path = endpoint.Path,
            Effect = effect,
            Retry = Word(reader, "retry", ManifestWords.Retries),
            IsCustom = reader.Word("implementation", ManifestWords.Implementations, false),
            Unsupported = reader.Text("unsupported"),
            Body = body,
            TracksAssignment = tracks,
            Params = parameters.ToEquatableArray(),
            BodyTree = BodyBinder.Bind(reader, body, list.Bound),
            Paging = paging,
            Batch = batches.Bind(reader, method, endpoint, body, list),
            Returns = answer.Spec,
            Envelope = new EnvelopeBinder(answer, parameters, list, module.Scope).Bind(reader),
            Docs = Docs(reader, module),
            Checked = Confirmations(reader),
        };
    }

    private static string? Method(MappingReader reader)
    {
        if (reader.RequiredText("method") is not { } method || Identifier.IsPascal(method))
        {
            return reader.Text("method");
        }

        reader.Scope.Report(DiagnosticDescriptors.InvalidName, reader.Place("method"), method, "name of a method", "write it like Create, without Async");
        return null;
    }

    private EndpointTemplate Endpoint(MappingReader reader)
    {
        if (reader.RequiredText("endpoint") is not { } text)
        {
            return EndpointTemplate.Salvage("", HttpMethods);
        }

        if (EndpointTemplate.Parse(text, reader.Place("endpoint"), reader.Scope, HttpMethods) is not { } endpoint)
        {
            return EndpointTemplate.Salvage(text, HttpMethods);
        }

        if (!endpoints.Contains(endpoint) && !reader.Has("unsupported"))
        {
            reader.Scope.Report(DiagnosticDescriptors.UndocumentedEndpoint, reader.Place("endpoint"), text, endpoints.Hint(endpoint));
        }

        return endpoint;
    }

    private static List<ParamSpec> WithGenerated(IReadOnlyList<BoundParam> bound, PagingSpec? paging, BoundReturns answer, MappingReader reader)
    {
        var parameters = bound.Select(param => param.Spec).ToList();
        var generated = paging is null ? [] : PagingBinder.Params(paging).ToList();
        if (parameters.Exists(param => param.NeedsApiFilter))
        {
            generated.Add(Switch("allow_unfiltered", "AllowUnfiltered", "Whether to send the call although the account has no API filters: amoCRM then ignores the filter and answers everything."));
        }

        if (answer.Fetch is not null)
        {
            generated.Add(Switch("fetch", "Fetch", "Whether to read the whole entity back after the write; costs one more request."));
        }

        foreach (var param in generated)
        {
            if (bound.FirstOrDefault(other => other.Spec.Name == param.Name || other.Spec.Property == param.Property) is { } declared)
            {
                reader.Scope.Report(DiagnosticDescriptors.Contradiction, declared.Place, $"The param '{declared.Spec.Name}' is added by the generator here: remove it");
                parameters.Remove(declared.Spec);
            }

            parameters.Add(param);
        }

        return parameters;
    }

    private static ParamSpec Switch(string name, string property, string summary) => new()
    {
        Name = name,
        Property = property,
        Type = new TypeSpec(TypeKind.Primitive, "bool", false, false, true),
        Summary = summary,
        Placement = ParamPlacement.None,
        DefaultValue = "false",
    };

    private static T Word<T>(MappingReader reader, string key, WordTable<T> words)
        where T : struct
    {
        if (!reader.Has(key))
        {
            reader.Scope.Report(DiagnosticDescriptors.MissingKey, reader.Owner, reader.What, key);
        }

        return reader.Word(key, words, default);
    }

    private static string Docs(MappingReader reader, ModuleContext module)
    {
        if (!reader.Has("docs") && module.Docs is null)
        {
            reader.Scope.Report(DiagnosticDescriptors.MissingKey, reader.Owner, reader.What, "docs");
        }

        return reader.Text("docs") ?? module.Docs ?? "";
    }

    private static EquatableArray<string> Confirmations(MappingReader reader)
    {
        if (!reader.Has("checked"))
        {
            reader.Scope.Report(DiagnosticDescriptors.MissingKey, reader.Owner, reader.What, "checked");
        }

        var given = reader.Texts("checked");
        foreach (var (text, place) in given)
        {
            if (!ManifestWords.Confirmations.Contains(text, StringComparer.Ordinal))
            {
                reader.Scope.Report(DiagnosticDescriptors.UnknownWord, place, text, "confirmation", NameSuggestion.Hint(text, ManifestWords.Confirmations));
            }
        }

        return given.Select(item => item.Text).ToEquatableArray();
    }
}
