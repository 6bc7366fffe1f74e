using System.Text.Json;

namespace AmoCrm.Emulator.Validation;

/// <summary>Checks JSON against a shape and names what is wrong by dotted path.</summary>
internal static class ShapeValidator
{
    public static void Check(JsonNode? node, Shape shape, string path, List<FieldError> errors)
    {
        switch (shape.Kind)
        {
            case ShapeKind.Object when node is JsonObject json:
                CheckMembers(json, shape, path, errors);
                return;
            case ShapeKind.List when node is JsonArray array:
                CheckItems(array, shape, path, errors);
                return;
            case ShapeKind.Choice when KindOf(node) == JsonValueKind.String:
                if (!shape.Choices.Contains(node!.GetValue<string>()))
                {
                    errors.Add(FieldError.NotSupportedChoice(path));
                }

                return;
        }

        if (!IsScalarOf(node, shape.Kind))
        {
            errors.Add(FieldError.InvalidType(path, TypeName(shape.Kind)));
        }
    }

    private static void CheckMembers(JsonObject json, Shape shape, string path, List<FieldError> errors)
    {
        foreach (var (name, value) in json)
        {
            var member = shape.Members.FirstOrDefault(candidate => string.Equals(candidate.Name, name, StringComparison.Ordinal));
            var memberPath = Join(path, name);
            if (member is null)
            {
                errors.Add(FieldError.NotExpected(memberPath));
            }
            else if (value is not null)
            {
                Check(value, member.Shape, memberPath, errors);
            }
            else if (!member.Nullable)
            {
                errors.Add(FieldError.NotNullable(memberPath));
            }
        }

        foreach (var member in shape.Members.Where(member => member.Required && !json.ContainsKey(member.Name)))
        {
            errors.Add(FieldError.Missing(Join(path, member.Name)));
        }
    }

    private static void CheckItems(JsonArray array, Shape shape, string path, List<FieldError> errors)
    {
        if (array.Count > shape.MaxItems)
        {
            errors.Add(new FieldError("TooMany", path, $"This collection should contain {shape.MaxItems} elements or less."));
        }

        for (var index = 0; index < array.Count; index++)
        {
            Check(array[index], shape.Item!, Join(path, index.ToString(CultureInfo.InvariantCulture)), errors);
        }
    }

    private static bool IsScalarOf(JsonNode? node, ShapeKind kind) => kind switch
    {
        ShapeKind.Any => true,
        ShapeKind.Int => node is JsonValue value && value.AsLong() is not null,
        ShapeKind.Number => KindOf(node) == JsonValueKind.Number,
        ShapeKind.Text => KindOf(node) == JsonValueKind.String,
        ShapeKind.Flag => KindOf(node) is JsonValueKind.True or JsonValueKind.False,
        ShapeKind.IntOrText => KindOf(node) == JsonValueKind.String || (node is JsonValue value && value.AsLong() is not null),
        ShapeKind.TextOrNumber => KindOf(node) is JsonValueKind.String or JsonValueKind.Number,
        _ => false,
    };

    private static string TypeName(ShapeKind kind) => kind switch
    {
        ShapeKind.Int => "int",
        ShapeKind.Number => "float",
        ShapeKind.Flag => "bool",
        ShapeKind.List => "array",
        ShapeKind.Object => "object",
        _ => "string",
    };

    private static JsonValueKind KindOf(JsonNode? node) => node?.GetValueKind() ?? JsonValueKind.Null;

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";
}
