using System.Text.RegularExpressions;
using AmoCrm.Sdk.Generators.Diagnostics;
using AmoCrm.Sdk.Generators.Model;

namespace AmoCrm.Sdk.Generators.Binding;

/// <summary>Resolves <c>T</c>, <c>T?</c>, <c>T[]</c> and <c>T[]?</c>.</summary>
internal static class TypeExpressionBinder
{
    private static readonly Regex Grammar = new(
        @"^(?<name>[A-Za-z][A-Za-z0-9]*)(?<list>\[\])?(?<optional>\?)?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        TimeSpan.FromSeconds(1));

    /// <summary>
    /// The type; null when there is none to go on with. A name that is nearly right is reported and then taken for the right
    /// one: hand-written code that uses the member still compiles, and the mistake stays one error.
    /// </summary>
    public static TypeSpec? Bind(string expression, SourceSpan place, TypeTable types, FileScope scope)
    {
        var match = Grammar.Match(expression);
        if (!match.Success)
        {
            scope.Report(DiagnosticDescriptors.BadTypeExpression, place, expression);
            return null;
        }

        var name = match.Groups["name"].Value;
        var type = types.Find(name);
        if (type is null)
        {
            scope.Report(DiagnosticDescriptors.UnknownType, place, name, NameSuggestion.Hint(name, types.Names));
            type = NameSuggestion.Nearest(name, types.Names) is { } nearest ? types.Find(nearest) : null;
        }

        return type is null ? null : type with { IsList = match.Groups["list"].Success, IsNullable = match.Groups["optional"].Success };
    }

    /// <summary>The type, or text when there is none to go on with: the member stays, and with it the code that uses it.</summary>
    /// <param name="isCertain">False for that guess: what else the manifest says of the member need not fit it.</param>
    public static TypeSpec BindOrGuess(string expression, SourceSpan place, TypeTable types, FileScope scope, out bool isCertain)
    {
        var type = Bind(expression, place, types, scope);
        isCertain = type is not null;
        return type ?? new TypeSpec(
            TypeKind.Primitive,
            "string",
            expression.IndexOf("[]", StringComparison.Ordinal) >= 0,
            expression.EndsWith("?", StringComparison.Ordinal),
            false);
    }
}
