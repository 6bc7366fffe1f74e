using AmoCrm.Sdk.Generators.Diagnostics;
using AmoCrm.Sdk.Generators.Model;
using AmoCrm.Sdk.Generators.Parsing;

namespace AmoCrm.Sdk.Generators.Binding;

/// <summary>Binds the fields of one model: each with a C# name and a place on the wire of its own.</summary>
internal sealed class FieldListBinder
{
    private readonly TypeTable _types;
    private readonly FileScope _scope;
    private readonly bool _isQuery;
    private readonly NameTable _properties = new();
    private readonly Dictionary<string, string> _wire = new(StringComparer.Ordinal);

    public FieldListBinder(string model, ModelKind kind, TypeTable types, FileScope scope)
    {
        _types = types;
        _scope = scope;
        _isQuery = kind == ModelKind.Query;

        // C# allows no member named as its type (CS0542), and these every emitted model has already.
        foreach (var member in new[] { model, "AdditionalData", "ToString", "Equals", "GetHashCode", "GetType", "EqualityContract", "ReadFrom", "WriteTo" })
        {
            _properties.TryAdd(member, "the model itself", out _);
        }
    }

    public List<FieldSpec> Bound { get; } = [];

    public void Bind(YamlEntry entry)
    {
        var what = $"The field '{entry.Name}'";
        if (NodeText.Read(entry.Key, "the name of a field", _scope) is null)
        {
            return;
        }

        if (entry.Value is not YamlMapping mapping)
        {
            _scope.Report(DiagnosticDescriptors.WrongShape, entry.Value.Span, what, "a mapping");
            return;
        }

        var reader = new MappingReader(mapping, what, entry.Key.Span, _scope, "type", "summary", "at", "property", "query", "style");
        var summary = reader.Summary();
        if (reader.RequiredText("type") is not { } expression)
        {
            return;
        }

        var type = TypeExpressionBinder.BindOrGuess(expression, reader.Place("type"), _types, _scope, out var isCertain);
        reader = isCertain ? reader : reader.Without("style");
        if (Property(entry, reader) is { } property && WirePath(entry, reader) is { } path)
        {
            Bound.Add(new FieldSpec(entry.Name, property, type, path, summary, Style(reader, type)));
        }
    }

    private QueryStyle Style(MappingReader reader, TypeSpec type)
    {
        if (reader.Has("style") && (!_isQuery || !type.IsList))
        {
            _scope.Report(DiagnosticDescriptors.Contradiction, reader.KeyPlace("style"), "'style' is for lists in models of kind query: remove it");
        }

        return reader.Word("style", ManifestWords.Styles, QueryStyle.Brackets);
    }

    private string? Property(YamlEntry entry, MappingReader reader)
    {
        var property = reader.Text("property") ?? Identifier.Pascal(entry.Name);
        if (!Identifier.IsPascal(property))
        {
            _scope.Report(DiagnosticDescriptors.InvalidName, reader.Has("property") ? reader.Place("property") : entry.Key.Span, property, "C# name", "give the field a 'property' like CreatedAt");
            return null;
        }

        if (!_properties.TryAdd(property, $"the field '{entry.Name}'", out var owner))
        {
            _scope.Report(DiagnosticDescriptors.DuplicateProperty, reader.Has("property") ? reader.Place("property") : entry.Key.Span, property, owner, "property");
            return null;
        }

        return property;
    }

    private EquatableArray<string>? WirePath(YamlEntry entry, MappingReader reader)
    {
        if (reader.Has("query") && !_isQuery)
        {
            _scope.Report(DiagnosticDescriptors.Contradiction, reader.KeyPlace("query"), "'query' is for models of kind query: use 'at' here");
        }

        var key = _isQuery ? "query" : "at";
        var wire = reader.Text(key) ?? entry.Name;
        var path = wire.Split('.');
        if (path.Length > 2 || path.Any(string.IsNullOrWhiteSpace))
        {
            _scope.Report(DiagnosticDescriptors.BadTarget, reader.Place(key), wire, "a field is at one member or at two, like _embedded.tags");
            return null;
        }

        foreach (var taken in new[] { wire, path[0] })
        {
            if (_wire.TryGetValue(taken, out var owner))
            {
                _scope.Report(DiagnosticDescriptors.DuplicateWireName, reader.Has(key) ? reader.Place(key) : entry.Key.Span, wire, owner, "field");
                return null;
            }
        }

        if (path.Length == 1 && _wire.Keys.FirstOrDefault(other => other.StartsWith(wire + ".", StringComparison.Ordinal)) is { } nested)
        {
            _scope.Report(DiagnosticDescriptors.DuplicateWireName, reader.Has(key) ? reader.Place(key) : entry.Key.Span, wire, _wire[nested], "field");
            return null;
        }

        _wire.Add(wire, entry.Name);
        return path.ToEquatableArray();
    }
}
