using AmoCrm.Sdk.Generators.Model;

namespace AmoCrm.Sdk.Generators.Emitting;

/// <summary>Expressions that turn a JSON argument into a value of a given type.</summary>
internal static class ArgumentConversion
{
    /// <summary>The converter of the type, lists included.</summary>
    public static string Of(TypeSpec type) => type.IsList ? $"Argument.ListOf<{CSharpType.Element(type)}>({Element(type)})" : Element(type);

    private static string Element(TypeSpec type) => type.Kind switch
    {
        TypeKind.StringEnum => $"Argument.OpenEnum(static (string text) => new {type.Name}(text))",
        TypeKind.IntegerEnum => $"Argument.OpenEnum(static (long number) => new {type.Name}(number))",
        TypeKind.Model => $"Argument.Model<{type.Name}>({type.Name}JsonConverter.ReadValue, static model => model.AdditionalData)",
        TypeKind.QueryModel => $"Argument.QueryModel<{type.Name}>({type.Name}JsonConverter.ReadValue, static model => model.AdditionalData)",
        TypeKind.Runtime when type.Name == "CustomFieldValues" => "Argument.Model<CustomFieldValues>(CustomFieldValuesJsonConverter.ReadValue)",
        TypeKind.Runtime => "Argument." + type.Name,
        _ => "Argument." + char.ToUpperInvariant(type.Name[0]) + type.Name.Substring(1),
    };
}
