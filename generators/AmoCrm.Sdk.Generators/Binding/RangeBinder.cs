using System.Globalization;
using AmoCrm.Sdk.Generators.Diagnostics;
using AmoCrm.Sdk.Generators.Model;
using AmoCrm.Sdk.Generators.Parsing;

namespace AmoCrm.Sdk.Generators.Binding;

/// <summary>Binds <c>range</c>, <c>items</c> and <c>max_length</c>.</summary>
internal static class RangeBinder
{
    /// <summary>Bounds of a number.</summary>
    public static RangeSpec? BindRange(MappingReader param, TypeSpec type)
    {
        if (param.Has("range") && (type.IsList || type.Name is not ("int32" or "int64" or "decimal")))
        {
            Bad(param, "range", "'range' is for int32, int64 and decimal: use 'items' for lists and 'max_length' for text");
            return null;
        }

        return Bounds(param, "range");
    }

    /// <summary>Bounds of a list's length.</summary>
    public static RangeSpec? BindItems(MappingReader param, TypeSpec type)
    {
        if (param.Has("items") && !type.IsList)
        {
            Bad(param, "items", "'items' bounds the length of a list, and the type is no list: use 'range' for numbers");
            return null;
        }

        var items = Bounds(param, "items");
        if (items?.Minimum < 0)
        {
            Bad(param, "items", "A list cannot have fewer than 0 items: correct 'min'");
            return null;
        }

        return items;
    }

    public static int? BindMaxLength(MappingReader param, TypeSpec type)
    {
        if (param.Integer("max_length") is not { } length)
        {
            return null;
        }

        if (type is { Name: "string", IsList: false } && length > 0)
        {
            return length;
        }

        Bad(param, "max_length", length > 0 ? "'max_length' is for text" : "'max_length' must be above 0");
        return null;
    }

    private static RangeSpec? Bounds(MappingReader param, string key)
    {
        if (param.Mapping(key, "min", "max") is not { } bounds)
        {
            return null;
        }

        if (!TryBound(bounds, "min", out var minimum) || !TryBound(bounds, "max", out var maximum))
        {
            return null;
        }

        if (minimum is null && maximum is null)
        {
            Bad(param, key, $"'{key}' needs 'min', 'max' or both");
            return null;
        }

        if (minimum > maximum)
        {
            Bad(param, key, $"'min' {Text(minimum)} is above 'max' {Text(maximum)}: swap or correct them");
            return null;
        }

        return new RangeSpec(minimum, maximum);
    }

    private static bool TryBound(MappingReader bounds, string key, out long? value)
    {
        value = null;
        if (bounds.Node(key) is not { } node)
        {
            return true;
        }

        if (node is YamlScalar { Meaning: ScalarMeaning.Integer } scalar
            && long.TryParse(scalar.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            value = number;
            return true;
        }

        bounds.Scope.Report(DiagnosticDescriptors.BadRange, node.Span, $"'{key}' must be a whole number");
        return false;
    }

    private static void Bad(MappingReader param, string key, string message) =>
        param.Scope.Report(DiagnosticDescriptors.BadRange, param.Place(key), message);

    private static string Text(long? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "";
}
