using AmoCrm.Sdk.Generators.Model;

namespace AmoCrm.Sdk.Generators.Emitting;

/// <summary>Models as JSON Schema definitions, in the shape in which they are read and written.</summary>
internal static class SchemaModels
{
    public static string Of(ModelSpec model, SchemaTypes types)
    {
        var shape = ModelShape.Of(model);
        var properties = shape.Direct.Select(field => Property(field, types))
            .Concat(shape.Groups.Select(group => $"{CSharpText.Json(group)}:{{\"type\":\"object\",\"properties\":{{{string.Join(",", shape.In(group).Select(field => Property(field, types)))}}}}}"));
        var required = shape.Direct
            .Where(static field => field.Type is { IsNullable: false, IsList: false })
            .Select(static field => CSharpText.Json(field.Path[0]))
            .ToList();
        var members = new List<string> { "\"type\":\"object\"", $"\"description\":{CSharpText.Json(model.Summary)}" };
        if (model.Kind == ModelKind.Query)
        {
            members.Add("\"additionalProperties\":false");
        }

        if (required.Count > 0)
        {
            members.Add($"\"required\":[{string.Join(",", required)}]");
        }

        members.Add($"\"properties\":{{{string.Join(",", properties)}}}");
        var whole = "{" + string.Join(",", members) + "}";
        var shorthands = new List<string>();
        if (model.ShorthandString is not null)
        {
            shorthands.Add("{\"type\":\"string\"}");
        }

        if (model.ShorthandNumber is not null)
        {
            shorthands.Add("{\"type\":\"integer\"}");
        }

        return shorthands.Count == 0 ? whole : $"{{\"anyOf\":[{whole},{string.Join(",", shorthands)}]}}";
    }

    private static string Property(FieldSpec field, SchemaTypes types) =>
        $"{CSharpText.Json(field.Path[field.Path.Count - 1])}:{types.Of(field.Type, field.Summary)}";
}
