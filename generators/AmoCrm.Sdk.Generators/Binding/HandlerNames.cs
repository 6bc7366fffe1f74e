using AmoCrm.Sdk.Generators.Diagnostics;
using AmoCrm.Sdk.Generators.Model;
using AmoCrm.Sdk.Generators.Parsing;

namespace AmoCrm.Sdk.Generators.Binding;

/// <summary>Keeps what handlers are named after unique: dispatch names, emitted types, client methods.</summary>
internal sealed class HandlerNames(NameTable types, ClientTable clients)
{
    private readonly Dictionary<string, string> _handlers = new(StringComparer.Ordinal);
    private readonly NameTable _stems = new();

    /// <summary>True for every name in the manifest, those of broken handlers included.</summary>
    public bool IsDeclared(string handler) => _handlers.ContainsKey(handler);

    /// <summary>True when a handler may have this name: checked before anything else of it is.</summary>
    public bool TryDeclare(YamlEntry entry, FileScope scope)
    {
        if (!ManifestNames.IsHandler(entry.Name))
        {
            scope.Report(DiagnosticDescriptors.InvalidName, entry.Key.Span, entry.Name, "name of a handler", "write it like amocrm_create_company");
            return false;
        }

        return TryAddName(entry.Name, entry.Key.Span, scope);
    }

    /// <summary>The handler without what would be emitted twice; null when that is the handler itself.</summary>
    public HandlerSpec? Admit(BoundHandler bound)
    {
        var spec = bound.Spec;
        var scope = bound.Module.Scope;
        var place = bound.Entry.Key.Span;
        foreach (var type in EmittedTypes(spec))
        {
            if (!types.TryAdd(type, $"the handler '{spec.Name}'", out var owner))
            {
                scope.Report(DiagnosticDescriptors.DuplicateType, place, type, owner);
                return null;
            }
        }

        if (!TryAddMethod(spec, spec.Method, scope, place)
            || (spec.Paging is not null && !TryAddMethod(spec, EnumerateMethod(spec.Method), scope, place)))
        {
            return null;
        }

        if (spec.Batch is { } batch)
        {
            var isUnique = TryAddMethod(spec, batch.Method, scope, place) && (batch.Handler is null || TryAddName(batch.Handler, place, scope));
            return isUnique ? spec : spec with { Batch = null };
        }

        return spec;
    }

    /// <summary>How the enumeration of a paged method is called: <c>List</c> → <c>Enumerate</c>, <c>ListElements</c> → <c>EnumerateElements</c>.</summary>
    private static string EnumerateMethod(string method) =>
        "Enumerate" + (method.StartsWith("List", StringComparison.Ordinal) ? method.Substring("List".Length) : method);

    private static IEnumerable<string> EmittedTypes(HandlerSpec spec)
    {
        yield return spec.Stem + "Request";
        yield return spec.Stem + "Arguments";
        if (spec.Returns.Kind is ReturnsKind.Created or ReturnsKind.Updated)
        {
            yield return spec.Stem + "Result";
        }
    }

    private bool TryAddName(string name, SourceSpan place, FileScope scope)
    {
        if (_handlers.TryGetValue(name, out _) || !_stems.TryAdd(HandlerStem.Of(name), name, out _))
        {
            scope.Report(DiagnosticDescriptors.DuplicateHandler, place, name);
            return false;
        }

        _handlers.Add(name, scope.Path);
        return true;
    }

    private bool TryAddMethod(HandlerSpec spec, string method, FileScope scope, SourceSpan place)
    {
        if (clients.TryAddMethod(spec.Client, method, spec.Name, out var owner))
        {
            return true;
        }

        scope.Report(DiagnosticDescriptors.DuplicateMethod, place, spec.Client, method + "Async", owner);
        return false;
    }
}
