using AmoCrm.Sdk.Generators.Model;

namespace AmoCrm.Sdk.Generators.Emitting;

/// <summary>Statements that write a value of a given type to <c>writer</c>.</summary>
internal static class JsonWriting
{
    /// <summary>Writes a member; where the type is nullable, null is left out.</summary>
    public static string Member(string name, TypeSpec type, string value) =>
        type.IsNullable ? Optional(name, type, value, "") : Required(name, type, value);

    /// <summary>Writes a member; where the type is nullable, null is written as null.</summary>
    public static string MemberOrNull(string name, TypeSpec type, string value) =>
        type.IsNullable ? Optional(name, type, value, "OrNull") : Required(name, type, value);

    /// <summary>Writes a value that is not null, without a name.</summary>
    public static string Value(TypeSpec type, string value)
    {
        if (type.IsList)
        {
            return JsonReading.IsModel(type) ? $"JsonWrite.Models(writer, {value});" : $"JsonWrite.List(writer, {value}, {ElementWriter(type)});";
        }

        return (type.Kind, type.Name) switch
        {
            (TypeKind.Model or TypeKind.QueryModel, _) => $"{value}.WriteTo(writer);",
            (TypeKind.Primitive, "string") => $"writer.WriteStringValue({value});",
            (TypeKind.Primitive, "bool") => $"writer.WriteBooleanValue({value});",
            (TypeKind.Primitive, "int32" or "int64") => $"writer.WriteNumberValue({value});",
            _ => $"{ElementWriter(type)}(writer, {value});",
        };
    }

    /// <summary>The method that writes one element.</summary>
    private static string ElementWriter(TypeSpec type) => (type.Kind, type.Name) switch
    {
        (TypeKind.StringEnum or TypeKind.IntegerEnum, _) => $"JsonWrite.{type.Kind}",
        (TypeKind.Runtime, _) => type.Name + "JsonConverter.WriteValue",
        (_, "string") => "JsonWrite.String",
        (_, "bool") => "JsonWrite.Bool",
        (_, "unixTime") => "JsonWrite.UnixTime",
        (_, "json") => "JsonWrite.Element",
        _ => "JsonWrite.Number",
    };

    private static string Required(string name, TypeSpec type, string value)
    {
        var member = CSharpText.Utf8Literal(name);
        if (type.IsList)
        {
            return List(type, member, value, "");
        }

        return (type.Kind, type.Name) switch
        {
            (TypeKind.Model or TypeKind.QueryModel, _) => $"writer.WritePropertyName({member});\n{value}.WriteTo(writer);",
            (TypeKind.Primitive, "string") => $"writer.WriteString({member}, {value});",
            (TypeKind.Primitive, "bool") => $"writer.WriteBoolean({member}, {value});",
            (TypeKind.Primitive, "unixTime") => $"writer.WriteNumber({member}, {value}.ToUnixTimeSeconds());",
            (TypeKind.Primitive, "json") => $"JsonWrite.Element(writer, {member}, {value});",
            (TypeKind.Primitive, "decimal") => $"JsonWrite.Number(writer, {member}, {value});",
            (TypeKind.Primitive, _) => $"writer.WriteNumber({member}, {value});",
            (TypeKind.StringEnum, _) => $"writer.WriteString({member}, {value}.Value);",
            (TypeKind.IntegerEnum, _) => $"writer.WriteNumber({member}, {value}.Value);",
            _ => $"writer.WritePropertyName({member});\n{ElementWriter(type)}(writer, {value});",
        };
    }

    private static string Optional(string name, TypeSpec type, string value, string suffix)
    {
        var member = CSharpText.Utf8Literal(name);
        if (type.IsList)
        {
            return List(type, member, value, suffix);
        }

        return type.Kind switch
        {
            TypeKind.Model or TypeKind.QueryModel => $"JsonWrite.Model{suffix}(writer, {member}, {value});",
            TypeKind.Primitive => $"{ElementWriter(type)}{suffix}(writer, {member}, {value});",
            TypeKind.StringEnum => $"JsonWrite.String{suffix}(writer, {member}, {value}?.Value);",
            TypeKind.IntegerEnum => $"JsonWrite.Number{suffix}(writer, {member}, {value}?.Value);",
            _ => $"JsonWrite.Value{suffix}(writer, {member}, {value}, {ElementWriter(type)});",
        };
    }

    private static string List(TypeSpec type, string member, string value, string suffix)
    {
        if (JsonReading.IsModel(type))
        {
            return $"JsonWrite.Models{suffix}(writer, {member}, {value});";
        }

        return suffix.Length == 0 && JsonReading.UsualList(type) is { } usual
            ? $"JsonWrite.{usual}(writer, {member}, {value});"
            : $"JsonWrite.List{suffix}(writer, {member}, {value}, {ElementWriter(type)});";
    }
}
