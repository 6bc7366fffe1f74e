using AmoCrm.Sdk.Generators.Model;

namespace AmoCrm.Sdk.Generators.Emitting;

/// <summary>Type expressions of the manifest as C# types.</summary>
internal static class CSharpType
{
    /// <summary>The type with its list and null marks.</summary>
    public static string Of(TypeSpec type) => type.IsNullable ? NonNull(type) + "?" : NonNull(type);

    /// <summary>The type without a null mark.</summary>
    public static string NonNull(TypeSpec type) => type.IsList ? $"IReadOnlyList<{Element(type)}>" : Element(type);

    /// <summary>The type of one element.</summary>
    public static string Element(TypeSpec type) => type.Kind != TypeKind.Primitive ? type.Name : type.Name switch
    {
        "int32" => "int",
        "int64" => "long",
        "unixTime" => "DateTimeOffset",
        "json" => "JsonElement",
        _ => type.Name,
    };

    /// <summary>True when a variable of the type is a struct, or a struct or null.</summary>
    public static bool IsStruct(TypeSpec type) => type is { IsValueType: true, IsList: false };

    /// <summary>True when the value's text is in a property <c>Value</c>: open enums and the runtime's word types.</summary>
    public static bool HasValue(TypeSpec type) =>
        type.Kind is TypeKind.StringEnum or TypeKind.IntegerEnum
        || (type.Kind == TypeKind.Runtime && type.Name is "EntityType" or "CustomFieldScope" or "SortDirection");

    /// <summary>The type as the manifest writes it, without the null mark.</summary>
    public static string ManifestName(TypeSpec type) => type.IsList ? type.Name + "[]" : type.Name;

    /// <summary>A constant of the manifest as an expression of the type.</summary>
    public static string Constant(TypeSpec type, string value) => (type.Kind, type.Name) switch
    {
        (TypeKind.Primitive, "string") => CSharpText.Literal(value),
        (TypeKind.Primitive, "decimal") => value + "m",
        (TypeKind.Primitive, "bool") => value.ToLowerInvariant(),
        (TypeKind.Primitive, "unixTime") => $"DateTimeOffset.FromUnixTimeSeconds({value})",
        (TypeKind.Primitive, _) => value,
        (TypeKind.IntegerEnum, _) => value,
        _ => CSharpText.Literal(value),
    };
}
