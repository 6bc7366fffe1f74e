using AmoCrm.Sdk.Generators.Model;

namespace AmoCrm.Sdk.Generators.Emitting;

/// <summary>Expressions that turn a JSON argument into a value of a given type.</summary>
internal static class ArgumentConversion
{
    /// <summary>
    /// The converter of the type, lists included: a function that captures nothing, so that asking for an argument makes no object.
    /// The usual lists have a method of their own, for a lambda at each place is code at each place.
    /// </summary>
    public static string Of(TypeSpec type) => type switch
    {
        { IsList: false } => Element(type),
        { Kind: TypeKind.StringEnum or TypeKind.Model } => $"Argument.{type.Kind}List<{type.Name}>",
        _ => $"static (list, context) => Argument.List<{CSharpType.Element(type)}>(list, context, {Element(type)})",
    };

    private static string Element(TypeSpec type) => type.Kind switch
    {
        TypeKind.StringEnum or TypeKind.IntegerEnum or TypeKind.Model or TypeKind.QueryModel => $"Argument.{type.Kind}<{type.Name}>",
        TypeKind.Runtime when type.Name == "CustomFieldValues" => "static (value, context) => Argument.Model(value, context, CustomFieldValuesJsonConverter.ReadValue)",
        TypeKind.Runtime => "Argument." + type.Name,
        _ => "Argument." + char.ToUpperInvariant(type.Name[0]) + type.Name.Substring(1),
    };
}
