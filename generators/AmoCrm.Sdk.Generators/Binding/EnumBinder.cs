using System.Globalization;
using AmoCrm.Sdk.Generators.Diagnostics;
using AmoCrm.Sdk.Generators.Model;
using AmoCrm.Sdk.Generators.Parsing;

namespace AmoCrm.Sdk.Generators.Binding;

/// <summary>Binds an open enum and its known values.</summary>
internal static class EnumBinder
{
    public static EnumSpec Bind(TypeDeclaration declaration, bool isInteger)
    {
        var reader = declaration.Reader;
        var values = new List<EnumValueSpec>();
        var names = new NameTable();
        foreach (var member in new[] { "KnownValues", "IsKnown", "Value", "ToString", "Equals", "GetHashCode", "Deconstruct", declaration.Name })
        {
            names.TryAdd(member, "the type itself", out _);
        }

        if (!reader.Has("values"))
        {
            declaration.Scope.Report(DiagnosticDescriptors.MissingKey, reader.Owner, reader.What, "values");
        }

        foreach (var entry in reader.Entries("values")?.Entries ?? [])
        {
            if (BindValue(entry, isInteger, declaration.Scope, names) is { } value)
            {
                values.Add(value);
            }
        }

        return new EnumSpec(declaration.Name, isInteger, reader.Summary(), reader.Text("docs"), values.ToEquatableArray());
    }

    private static EnumValueSpec? BindValue(YamlEntry entry, bool isInteger, FileScope scope, NameTable names)
    {
        var what = $"The value '{entry.Name}'";
        if (isInteger && !long.TryParse(entry.Name, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _))
        {
            scope.Report(DiagnosticDescriptors.WrongShape, entry.Key.Span, what, "a whole number, for the enum is of type int64");
            return null;
        }

        if (!isInteger && NodeText.Read(entry.Key, "a value of a string enum", scope) is null)
        {
            return null;
        }

        if (entry.Value is not YamlMapping mapping)
        {
            scope.Report(DiagnosticDescriptors.WrongShape, entry.Value.Span, what, "a mapping with a summary");
            return null;
        }

        var reader = new MappingReader(mapping, what, entry.Key.Span, scope, "summary", "name");
        var name = reader.Text("name") ?? Identifier.Pascal(entry.Name);
        if (!Identifier.IsPascal(name))
        {
            scope.Report(DiagnosticDescriptors.InvalidName, reader.Has("name") ? reader.Place("name") : entry.Key.Span, name, "C# name", "give the value a 'name' like FollowUp");
            return null;
        }

        if (!names.TryAdd(name, what.Substring(0, 1).ToLowerInvariant() + what.Substring(1), out var owner))
        {
            scope.Report(DiagnosticDescriptors.DuplicateProperty, entry.Key.Span, name, owner, "name");
            return null;
        }

        return new EnumValueSpec(name, entry.Name, reader.Summary());
    }
}
