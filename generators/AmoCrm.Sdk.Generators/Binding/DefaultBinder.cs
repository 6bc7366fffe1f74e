using System.Globalization;
using AmoCrm.Sdk.Generators.Diagnostics;
using AmoCrm.Sdk.Generators.Model;
using AmoCrm.Sdk.Generators.Parsing;

namespace AmoCrm.Sdk.Generators.Binding;

/// <summary>Binds <c>default</c>: a constant of the param's type, or the name of a hand-written hook.</summary>
internal sealed class DefaultBinder(Func<string, EnumSpec?> enums)
{
    public (string? Value, string? Hook) Bind(MappingReader param, TypeSpec type)
    {
        switch (param.Node("default"))
        {
            case null:
                return (null, null);
            case YamlMapping:
                return (null, BindHook(param));
            case YamlScalar scalar:
                return (BindConstant(param, scalar, type), null);
            default:
                param.Scope.Report(DiagnosticDescriptors.WrongShape, param.Place("default"), "The value of 'default'", "a constant, or a mapping { from: HookName }");
                return (null, null);
        }
    }

    private static string? BindHook(MappingReader param)
    {
        if (param.Mapping("default", "from") is not { } mapping || mapping.RequiredText("from") is not { } hook)
        {
            return null;
        }

        if (Identifier.IsPascal(hook))
        {
            return hook;
        }

        param.Scope.Report(DiagnosticDescriptors.InvalidName, mapping.Place("from"), hook, "name of a hook", "write it like Deadline");
        return null;
    }

    private string? BindConstant(MappingReader param, YamlScalar scalar, TypeSpec type)
    {
        if (type.IsList)
        {
            Bad(param, scalar, "list", " A list has no constant default.");
            return null;
        }

        if (IsTextual(type))
        {
            return NodeText.Read(scalar, "the default of a text", param.Scope) is { } text && IsKnown(param, scalar, type, text) ? text : null;
        }

        if (FitsNumber(type, scalar))
        {
            return scalar.Value;
        }

        Bad(param, scalar, type.Name, "");
        return null;
    }

    private bool IsKnown(MappingReader param, YamlScalar scalar, TypeSpec type, string text)
    {
        if (type.Kind != TypeKind.StringEnum || enums(type.Name) is not { } values || values.Values.Any(value => value.Value == text))
        {
            return true;
        }

        Bad(param, scalar, "value of " + type.Name, NameSuggestion.Hint(text, values.Values.Select(value => value.Value)));
        return false;
    }

    private bool FitsNumber(TypeSpec type, YamlScalar scalar) => type switch
    {
        { Name: "bool" } => scalar.Meaning == ScalarMeaning.Flag,
        { Name: "int32" } => scalar.IsPlain && int.TryParse(scalar.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
        { Name: "int64" or "unixTime" } => IsInt64(scalar),
        { Name: "decimal" } => scalar.IsPlain && decimal.TryParse(scalar.Value, NumberStyles.Number, CultureInfo.InvariantCulture, out _),
        { Kind: TypeKind.IntegerEnum } => IsInt64(scalar) && (enums(type.Name) is not { } values || values.Values.Any(value => value.Value == scalar.Value)),
        _ => false,
    };

    private static bool IsInt64(YamlScalar scalar) =>
        scalar.IsPlain && long.TryParse(scalar.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);

    private static bool IsTextual(TypeSpec type) =>
        type.Kind == TypeKind.StringEnum || type.Name is "string" or "EntityType" or "CustomFieldScope" or "SortDirection" or "AccountTime";

    private static void Bad(MappingReader param, YamlScalar scalar, string type, string hint) =>
        param.Scope.Report(DiagnosticDescriptors.BadDefault, scalar.Span, scalar.Value, type, hint);
}
