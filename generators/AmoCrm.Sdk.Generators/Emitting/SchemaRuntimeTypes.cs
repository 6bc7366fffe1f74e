using AmoCrm.Sdk.Generators.Model;

namespace AmoCrm.Sdk.Generators.Emitting;

/// <summary>The hand-written types of the runtime as JSON Schema: what their readers take.</summary>
internal static class SchemaRuntimeTypes
{
    public static string[] Of(TypeSpec type) => type.Name switch
    {
        "EntityType" => [SchemaTypes.TypeMember("string", type.IsNullable), "\"examples\":[\"contacts\",\"leads\",\"companies\",\"customers\"]"],
        "CustomFieldScope" => [SchemaTypes.TypeMember("string", type.IsNullable), "\"examples\":[\"contacts\",\"leads\",\"companies\",\"customers\",\"customers/segments\",\"catalogs/1\"]"],
        "SortDirection" => [SchemaTypes.TypeMember("string", type.IsNullable), "\"examples\":[\"asc\",\"desc\"]"],
        "AccountTime" => [SchemaTypes.TypeMember("integer", type.IsNullable, "string"), "\"$comment\":\"Unix seconds, or ISO 8601; without an offset in the account's time zone.\""],
        "CallResponsible" => [SchemaTypes.TypeMember("integer", type.IsNullable, "string"), "\"$comment\":\"The id of a user, or a name.\""],
        "DateTimeRange" => Range(type, "{\"type\":[\"integer\",\"string\",\"null\"],\"$comment\":\"Unix seconds, or ISO 8601.\"}"),
        "NumberRange" => Range(type, "{\"type\":[\"number\",\"null\"]}"),
        "CustomFieldValues" => [SchemaTypes.TypeMember("array", type.IsNullable), "\"items\":{\"type\":\"object\"}"],
        "CustomFieldInput" or "CustomFieldFilter" => [SchemaTypes.TypeMember("object", type.IsNullable), "\"additionalProperties\":true"],
        _ => [],
    };

    private static string[] Range(TypeSpec type, string bound) =>
        [SchemaTypes.TypeMember("object", type.IsNullable), $"\"properties\":{{\"from\":{bound},\"to\":{bound}}}"];
}
