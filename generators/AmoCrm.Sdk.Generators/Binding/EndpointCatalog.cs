using AmoCrm.Sdk.Generators.Diagnostics;
using AmoCrm.Sdk.Generators.Parsing;

namespace AmoCrm.Sdk.Generators.Binding;

/// <summary>The endpoints that the public API documents, from endpoints.yaml.</summary>
internal sealed class EndpointCatalog
{
    private static readonly string[] Methods = ["GET", "POST", "PATCH", "PUT", "DELETE"];

    private readonly List<(EndpointTemplate Template, IReadOnlyDictionary<string, EquatableArray<string>> Values)> _entries = [];

    /// <summary>False when the manifest has no such file: then nothing is checked.</summary>
    public bool IsKnown { get; private set; }

    public void Read(YamlMapping file, FileScope scope)
    {
        IsKnown = true;
        _ = new MappingReader(file, "An endpoint file", file.Span, scope, "endpoints");
        if (file.Find("endpoints")?.Value is not YamlSequence sequence)
        {
            scope.Report(DiagnosticDescriptors.WrongShape, file.Find("endpoints")?.Value.Span ?? file.Span, "The value of 'endpoints'", "a list");
            return;
        }

        foreach (var item in sequence.Items)
        {
            if (item is not YamlMapping mapping)
            {
                scope.Report(DiagnosticDescriptors.WrongShape, item.Span, "An endpoint", "a mapping with method and path");
                continue;
            }

            var reader = new MappingReader(mapping, "The endpoint", item.Span, scope, "method", "path", "source", "page", "values", "note");
            if (reader.RequiredText("method") is { } method && reader.RequiredText("path") is { } path
                && EndpointTemplate.Parse($"{method} {path}", method, path, reader.Place("path"), scope, Methods) is { } template)
            {
                _entries.Add((template, ValuesOf(reader, scope)));
            }
        }
    }

    public bool Contains(EndpointTemplate endpoint) => !IsKnown || _entries.Any(entry => Matches(entry.Template, entry.Values, endpoint));

    /// <summary>The nearest documented endpoint, as the end of a message.</summary>
    public string Hint(EndpointTemplate endpoint)
    {
        var known = _entries.Select(entry => $"{entry.Template.Method} {entry.Template.Path}");
        return NameSuggestion.Nearest($"{endpoint.Method} {endpoint.Path}", known) is { } nearest ? $" Did you mean '{nearest}'?" : "";
    }

    private static bool Matches(EndpointTemplate entry, IReadOnlyDictionary<string, EquatableArray<string>> values, EndpointTemplate endpoint)
    {
        if (entry.Method != endpoint.Method || entry.Segments.Count != endpoint.Segments.Count)
        {
            return false;
        }

        for (var i = 0; i < entry.Segments.Count; i++)
        {
            var segment = endpoint.Segments[i];
            var fits = EndpointTemplate.IsVariable(entry.Segments[i])
                ? EndpointTemplate.IsVariable(segment)
                    || !values.TryGetValue(EndpointTemplate.NameOf(entry.Segments[i]), out var allowed)
                    || allowed.Contains(segment, StringComparer.Ordinal)
                : entry.Segments[i] == segment;
            if (!fits)
            {
                return false;
            }
        }

        return true;
    }

    private static Dictionary<string, EquatableArray<string>> ValuesOf(MappingReader reader, FileScope scope)
    {
        var values = new Dictionary<string, EquatableArray<string>>(StringComparer.Ordinal);
        foreach (var entry in reader.Entries("values")?.Entries ?? [])
        {
            if (entry.Value is YamlSequence list)
            {
                values[entry.Name] = list.Items.OfType<YamlScalar>().Select(item => item.Value).ToEquatableArray();
            }
            else
            {
                scope.Report(DiagnosticDescriptors.WrongShape, entry.Value.Span, $"The values of '{entry.Name}'", "a list");
            }
        }

        return values;
    }
}
