using AmoCrm.Sdk.Generators.Diagnostics;
using AmoCrm.Sdk.Generators.Model;

namespace AmoCrm.Sdk.Generators.Binding;

/// <summary>Binds a model and its fields.</summary>
internal static class ModelBinder
{
    public static ModelSpec Bind(TypeDeclaration declaration, ModelKind kind, TypeTable types)
    {
        var reader = declaration.Reader;
        if (!reader.Has("fields"))
        {
            declaration.Scope.Report(DiagnosticDescriptors.MissingKey, reader.Owner, reader.What, "fields");
        }

        var fields = new FieldListBinder(declaration.Name, kind, types, declaration.Scope);
        foreach (var entry in reader.Entries("fields")?.Entries ?? [])
        {
            fields.Bind(entry);
        }

        var shorthand = reader.Mapping("shorthand", "string", "number");
        return new ModelSpec(
            declaration.Name,
            kind,
            reader.Summary(),
            reader.Text("docs"),
            reader.Texts("skip").Select(member => member.Text).ToEquatableArray(),
            fields.Bound.ToEquatableArray(),
            Shorthand(shorthand, "string", declaration.Name, fields.Bound, static type => type is { Name: "string" } or { Kind: TypeKind.StringEnum }),
            Shorthand(shorthand, "number", declaration.Name, fields.Bound, static type => type is { Name: "int64" or "int32" or "decimal" } or { Kind: TypeKind.IntegerEnum }));
    }

    private static string? Shorthand(MappingReader? shorthand, string key, string model, IReadOnlyList<FieldSpec> fields, Func<TypeSpec, bool> fits)
    {
        if (shorthand?.Text(key) is not { } name)
        {
            return null;
        }

        var fitting = fields.Where(field => !field.Type.IsList && fits(field.Type)).Select(field => field.Name).ToArray();
        if (fitting.Contains(name, StringComparer.Ordinal))
        {
            return name;
        }

        shorthand.Scope.Report(DiagnosticDescriptors.UnknownField, shorthand.Place(key), model, name, NameSuggestion.Hint(name, fitting));
        return NameSuggestion.Nearest(name, fitting);
    }
}
