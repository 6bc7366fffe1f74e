using AmoCrm.Sdk.Generators.Model;

namespace AmoCrm.Sdk.Generators.Emitting;

/// <summary>Expressions that read a JSON value of a given type from <c>reader</c>.</summary>
internal static class JsonReading
{
    /// <summary>Reads a value, null where there is none, for a nullable type and for every class and list.</summary>
    public static string Nullable(TypeSpec type)
    {
        if (type.IsList)
        {
            return IsModel(type)
                ? $"JsonRead.Models<{type.Name}>(ref reader)"
                : UsualList(type) is { } usual
                    ? $"JsonRead.{usual}(ref reader)"
                    : $"JsonRead.List<{CSharpType.Element(type)}>(ref reader, {ElementReader(type)})";
        }

        if (type.Kind == TypeKind.Primitive)
        {
            return type.Name == "string" ? "JsonRead.String(ref reader)" : $"JsonRead.{PrimitiveReader(type)}OrNull(ref reader)";
        }

        return type.Kind switch
        {
            TypeKind.StringEnum or TypeKind.IntegerEnum => $"JsonRead.{type.Kind}OrNull<{type.Name}>(ref reader)",
            TypeKind.Runtime when type.IsValueType => $"JsonRead.Nullable(ref reader, {ElementReader(type)})",
            _ => $"{ElementReader(type)}(ref reader)",
        };
    }

    /// <summary>Reads a scalar that is known to be there.</summary>
    public static string Present(TypeSpec type) =>
        type.IsNullable ? Nullable(type) : type.IsValueType ? $"{ElementReader(type)}(ref reader)" : $"{Nullable(type)} ?? string.Empty";

    /// <summary>The method that reads one element.</summary>
    public static string ElementReader(TypeSpec type) => type.Kind switch
    {
        TypeKind.Primitive => "JsonRead." + PrimitiveReader(type),
        TypeKind.StringEnum or TypeKind.IntegerEnum => $"JsonRead.{type.Kind}<{type.Name}>",
        TypeKind.Runtime => type.Name + "JsonConverter.ReadValue",

        // Not the model's own method: a property of the type that is emitted may have the model's name.
        _ => $"JsonRead.Model<{type.Name}>",
    };

    /// <summary>True for what reads and writes itself.</summary>
    public static bool IsModel(TypeSpec type) => type.Kind is TypeKind.Model or TypeKind.QueryModel;

    /// <summary>The method of the lists that many models have, which need no delegate at each place; null for other lists.</summary>
    public static string? UsualList(TypeSpec type) => (type.Kind, type.Name) switch
    {
        (TypeKind.Primitive, "int64") => "Numbers",
        (TypeKind.Primitive, "string") => "Strings",
        _ => null,
    };

    private static string PrimitiveReader(TypeSpec type) => type.Name switch
    {
        "string" => "String",
        "int32" => "Int32",
        "int64" => "Int64",
        "decimal" => "Decimal",
        "bool" => "Bool",
        "unixTime" => "UnixTime",
        _ => "Element",
    };
}
