using AmoCrm.Sdk.Generators.Diagnostics;
using AmoCrm.Sdk.Generators.Model;

namespace AmoCrm.Sdk.Generators.Binding;

/// <summary>Binds <c>batch</c>, the many-items form of a write.</summary>
internal sealed class BatchBinder(EndpointCatalog endpoints)
{
    public BatchSpec? Bind(MappingReader handler, string method, EndpointTemplate endpoint, BodyKind body, ParamList parameters)
    {
        if (handler.Mapping("batch", "best", "max", "method", "handler", "endpoint", "refuse") is not { } reader)
        {
            return null;
        }

        if (body is BodyKind.None or BodyKind.Value)
        {
            reader.Scope.Report(DiagnosticDescriptors.Contradiction, handler.KeyPlace("batch"), "'batch' sends an array of items, and the body of the handler is neither an object nor an array: remove 'batch' or change 'body'");
            return null;
        }

        var maximum = Size(reader, "max") ?? 250;
        var best = Size(reader, "best") ?? maximum;
        if (best > maximum)
        {
            reader.Scope.Report(DiagnosticDescriptors.BadRange, reader.Place("best"), "'best' is above 'max': lower it");
            best = maximum;
        }

        var target = Endpoint(reader, handler, parameters) ?? endpoint;
        return new BatchSpec(
            best,
            maximum,
            Method(reader) ?? method + "Many",
            Handler(reader),
            target.Method,
            target.Path,
            ParamReferences.Check(reader.Texts("refuse"), parameters, reader.Scope));
    }

    private EndpointTemplate? Endpoint(MappingReader reader, MappingReader handler, ParamList parameters)
    {
        if (reader.Text("endpoint") is not { } text
            || EndpointTemplate.Parse(text, reader.Place("endpoint"), reader.Scope, "POST", "PATCH") is not { } endpoint)
        {
            return null;
        }

        foreach (var variable in endpoint.Variables)
        {
            var paths = parameters.Bound.Where(param => param.Spec.Placement == ParamPlacement.Path).Select(param => param.Spec.Name).ToArray();
            if (!paths.Contains(variable, StringComparer.Ordinal))
            {
                reader.Scope.Report(DiagnosticDescriptors.PathVariableWithoutParam, reader.Place("endpoint"), variable, NameSuggestion.Hint(variable, paths));
                return null;
            }
        }

        if (!endpoints.Contains(endpoint) && !handler.Has("unsupported"))
        {
            reader.Scope.Report(DiagnosticDescriptors.UndocumentedEndpoint, reader.Place("endpoint"), text, endpoints.Hint(endpoint));
        }

        return endpoint;
    }

    private static string? Method(MappingReader reader)
    {
        if (reader.Text("method") is not { } method || Identifier.IsPascal(method))
        {
            return reader.Text("method");
        }

        reader.Scope.Report(DiagnosticDescriptors.InvalidName, reader.Place("method"), method, "name of a method", "write it like CreateMany, without Async");
        return null;
    }

    private static string? Handler(MappingReader reader)
    {
        if (reader.Text("handler") is not { } name || ManifestNames.IsHandler(name))
        {
            return reader.Text("handler");
        }

        reader.Scope.Report(DiagnosticDescriptors.InvalidName, reader.Place("handler"), name, "name of a handler", "write it like amocrm_create_companies");
        return null;
    }

    private static int? Size(MappingReader reader, string key)
    {
        if (!reader.Has(key))
        {
            reader.Scope.Report(DiagnosticDescriptors.MissingKey, reader.Owner, reader.What, key);
            return null;
        }

        if (reader.Integer(key) is not { } number || number > 0)
        {
            return reader.Integer(key);
        }

        reader.Scope.Report(DiagnosticDescriptors.BadRange, reader.Place(key), $"'{key}' must be above 0");
        return null;
    }
}
