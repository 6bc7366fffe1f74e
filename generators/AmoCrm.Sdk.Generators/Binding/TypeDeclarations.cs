using AmoCrm.Sdk.Generators.Diagnostics;
using AmoCrm.Sdk.Generators.Model;
using AmoCrm.Sdk.Generators.Parsing;

namespace AmoCrm.Sdk.Generators.Binding;

/// <summary>The first pass over the model files: every name, before any field refers to one.</summary>
internal sealed class TypeDeclarations(TypeTable types, NameTable names)
{
    public List<(TypeDeclaration Declaration, ModelKind Kind)> Models { get; } = [];

    public List<(TypeDeclaration Declaration, bool IsInteger)> Enums { get; } = [];

    /// <summary>The names of all fields, those of broken ones included.</summary>
    public IEnumerable<string> FieldNames => Models.SelectMany(model => (model.Declaration.Entry.Value as YamlMapping)?.Find("fields")?.Value is YamlMapping fields ? fields.Entries : [])
        .Select(entry => entry.Name);

    public void Declare(YamlMapping file, FileScope scope)
    {
        var reader = new MappingReader(file, "A model file", file.Span, scope, "models", "enums");
        foreach (var entry in reader.Entries("models")?.Entries ?? [])
        {
            if (Open(entry, "model", scope, "summary", "kind", "docs", "skip", "shorthand", "fields") is { } declaration)
            {
                var kind = declaration.Reader.Word("kind", ManifestWords.ModelKinds, ModelKind.Value);
                if (!declaration.Reader.Has("kind"))
                {
                    scope.Report(DiagnosticDescriptors.MissingKey, entry.Key.Span, declaration.Reader.What, "kind");
                }

                types.AddModel(declaration.Name, kind);
                types.AddAlias(entry.Name, declaration.Name);
                Models.Add((declaration, kind));
            }
        }

        foreach (var entry in reader.Entries("enums")?.Entries ?? [])
        {
            if (Open(entry, "enum", scope, "summary", "type", "docs", "values") is { } declaration)
            {
                var isInteger = declaration.Reader.Word("type", ManifestWords.EnumTypes, false);
                if (!declaration.Reader.Has("type"))
                {
                    scope.Report(DiagnosticDescriptors.MissingKey, entry.Key.Span, declaration.Reader.What, "type");
                }

                types.AddEnum(declaration.Name, isInteger);
                types.AddAlias(entry.Name, declaration.Name);
                Enums.Add((declaration, isInteger));
            }
        }
    }

    private TypeDeclaration? Open(YamlEntry entry, string what, FileScope scope, params string[] keys)
    {
        if (AllowedName(entry, what, scope) is not { } name)
        {
            return null;
        }

        if (entry.Value is not YamlMapping mapping)
        {
            scope.Report(DiagnosticDescriptors.WrongShape, entry.Value.Span, $"The {what} '{entry.Name}'", "a mapping");
            return null;
        }

        if (!names.TryAdd(name, $"a {what} in {FileName(scope.Path)}", out var owner))
        {
            scope.Report(DiagnosticDescriptors.DuplicateType, entry.Key.Span, entry.Name, owner);
            return null;
        }

        return new TypeDeclaration(scope, entry, name, new MappingReader(mapping, $"The {what} '{entry.Name}'", entry.Key.Span, scope, keys));
    }

    /// <summary>The name, or after reporting the nearest one that is allowed; null when there is none.</summary>
    private static string? AllowedName(YamlEntry entry, string what, FileScope scope)
    {
        var name = entry.Name;
        if (!Identifier.IsPascal(name))
        {
            scope.Report(DiagnosticDescriptors.InvalidName, entry.Key.Span, name, $"name of a {what}", "write it like LeadNote");
            name = Identifier.Pascal(name);
        }
        else if (ForbiddenNames.Hides(name) is { } hidden)
        {
            scope.Report(DiagnosticDescriptors.ForbiddenName, entry.Key.Span, name, hidden);
            name = "Crm" + name;
        }

        return Identifier.IsPascal(name) && ForbiddenNames.Hides(name) is null ? name : null;
    }

    /// <summary>The last segment of a path of any system: messages name files, never a machine's folders.</summary>
    internal static string FileName(string path) => path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);
}
