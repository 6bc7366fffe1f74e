using AmoCrm.Sdk.Generators.Diagnostics;
using AmoCrm.Sdk.Generators.Model;

namespace AmoCrm.Sdk.Generators.Binding;

/// <summary>Resolves <c>fetch</c> once every handler is bound.</summary>
internal sealed class FetchResolver(IReadOnlyList<BoundHandler> handlers, HandlerNames declared)
{
    public HandlerSpec Resolve(BoundHandler handler)
    {
        if (handler.Returns.Fetch is not { } name)
        {
            return handler.Spec;
        }

        var readers = handlers.Where(candidate => candidate.Spec.Returns.Kind == ReturnsKind.Entity && candidate.Spec.Returns.ModelName == handler.Spec.Returns.ModelName).ToArray();
        var found = readers.FirstOrDefault(candidate => candidate.Spec.Name == name);
        if (found is null && (handlers.Any(candidate => candidate.Spec.Name == name) || !declared.IsDeclared(name)))
        {
            var names = readers.Select(candidate => candidate.Spec.Name).ToArray();
            handler.Module.Scope.Report(
                DiagnosticDescriptors.UnknownHandler,
                handler.Returns.Reader.Place("fetch"),
                name,
                handler.Spec.Returns.ModelName,
                NameSuggestion.Hint(name, names));
            found = readers.FirstOrDefault(candidate => candidate.Spec.Name == NameSuggestion.Nearest(name, names));
        }

        return found is null
            ? handler.Spec
            : handler.Spec with
            {
                Returns = handler.Spec.Returns with
                {
                    FetchOperation = $"{found.Module.Identifier}Operations.{found.Spec.Stem}",
                    FetchArguments = ArgumentsType(found.Spec),
                },
            };
    }

    private static string ArgumentsType(HandlerSpec spec)
    {
        var typed = spec.Params.Where(param => !param.IsDynamicOnly).ToArray();
        if (typed.Length == 0)
        {
            return "NoArguments";
        }

        return spec.Stem + (typed.Any(param => param.IsPositional) ? "Arguments" : "Request");
    }
}
