using AmoCrm.Sdk.Generators.Model;

namespace AmoCrm.Sdk.Generators.Emitting;

/// <summary>Types as JSON Schema. Models are named: each is a definition of its own.</summary>
internal sealed class SchemaTypes(EquatableArray<EnumSpec> enums)
{
    /// <summary>The schema of a param, with everything that is known of it.</summary>
    public string Parameter(ParamSpec param)
    {
        if (param.AcceptedValues.Count > 0)
        {
            return $"{{\"enum\":[{string.Join(",", param.AcceptedValues.Select(CSharpText.Json))}],\"description\":{CSharpText.Json(Description(param))}}}";
        }

        if (param.AcceptsReason is { } reason)
        {
            return $"{{\"type\":\"null\",\"description\":{CSharpText.Json($"{param.Summary} {reason}")}}}";
        }

        if (param.IsIgnored)
        {
            return $"{{\"description\":{CSharpText.Json(Description(param))},\"deprecated\":true}}";
        }

        var isId = param.Type is { Kind: TypeKind.Primitive, Name: "int64", IsList: false } && (param.Name == "id" || param.Name.EndsWith("_id", StringComparison.Ordinal));
        var type = param.Type with { IsNullable = !RequestShape.IsRequiredByName(param) };
        return Of(type, Description(param), Facts(param), isId);
    }

    /// <summary>The schema of a type.</summary>
    /// <param name="type">The type.</param>
    /// <param name="description">What the value is; null for none.</param>
    /// <param name="facts">Further members, as JSON text.</param>
    /// <param name="isId">Whether digits in a string are taken too.</param>
    public string Of(TypeSpec type, string? description, IEnumerable<string>? facts = null, bool isId = false)
    {
        var members = type.IsList
            ? [TypeMember("array", type.IsNullable), $"\"items\":{Of(type with { IsList = false, IsNullable = false }, null)}"]
            : Element(type, isId);
        var more = (description is null ? [] : new[] { $"\"description\":{CSharpText.Json(description)}" }).Concat(facts ?? []);
        return "{" + string.Join(",", members.Concat(more)) + "}";
    }

    private string[] Element(TypeSpec type, bool isId)
    {
        switch (type.Kind)
        {
            case TypeKind.Model or TypeKind.QueryModel:
                var reference = $"\"$ref\":{CSharpText.Json("#/$defs/" + type.Name)}";
                return [type.IsNullable ? $"\"anyOf\":[{{{reference}}},{{\"type\":\"null\"}}]" : reference];
            case TypeKind.StringEnum or TypeKind.IntegerEnum:
                var isInteger = type.Kind == TypeKind.IntegerEnum;
                var values = enums.FirstOrDefault(spec => spec.Name == type.Name)?.Values ?? [];
                return [TypeMember(isInteger ? "integer" : "string", type.IsNullable), $"\"examples\":[{string.Join(",", values.Select(value => isInteger ? value.Value : CSharpText.Json(value.Value)))}]"];
            case TypeKind.Runtime:
                return SchemaRuntimeTypes.Of(type);
            default:
                return Primitive(type, isId);
        }
    }

    private static string[] Primitive(TypeSpec type, bool isId) => type.Name switch
    {
        "int64" when isId => [TypeMember("integer", type.IsNullable, "string"), "\"pattern\":\"^[0-9]+$\""],
        "int32" or "int64" => [TypeMember("integer", type.IsNullable)],
        "decimal" => [TypeMember("number", type.IsNullable)],
        "bool" => [TypeMember("boolean", type.IsNullable)],
        "unixTime" => [TypeMember("integer", type.IsNullable, "string"), "\"$comment\":\"Unix seconds, or ISO 8601.\""],
        "json" => [],
        _ => [TypeMember("string", type.IsNullable)],
    };

    /// <summary>The member <c>type</c>, with null and a second type where they are allowed.</summary>
    internal static string TypeMember(string type, bool isNullable, string? second = null)
    {
        var types = new[] { type, second, isNullable ? "null" : null }.Where(static name => name is not null).Select(static name => $"\"{name}\"").ToList();
        return types.Count == 1 ? $"\"type\":{types[0]}" : $"\"type\":[{string.Join(",", types)}]";
    }

    private static string Description(ParamSpec param)
    {
        var parts = new List<string> { param.Summary };
        if (param.Aliases.Count > 0)
        {
            parts.Add($"Also as {string.Join(", ", param.Aliases)}.");
        }

        if (RequirementText.Of(param) is { } requirement)
        {
            parts.Add(requirement);
        }

        return string.Join(" ", parts);
    }

    private static IEnumerable<string> Facts(ParamSpec param)
    {
        foreach (var (range, minimum, maximum) in new[] { (param.Range, "minimum", "maximum"), (param.Items, "minItems", "maxItems") })
        {
            if (range?.Minimum is { } low)
            {
                yield return $"\"{minimum}\":{CSharpText.Number(low)}";
            }

            if (range?.Maximum is { } high)
            {
                yield return $"\"{maximum}\":{CSharpText.Number(high)}";
            }
        }

        if (param.MaxLength is { } length)
        {
            yield return $"\"maxLength\":{CSharpText.Number(length)}";
        }

        if (param.DefaultValue is { } value)
        {
            yield return $"\"default\":{Constant(param.Type, value)}";
        }

        if (param.Example is { } example && param.Type.Kind is not (TypeKind.StringEnum or TypeKind.IntegerEnum))
        {
            yield return $"\"examples\":[{Constant(param.Type, example)}]";
        }
    }

    private static string Constant(TypeSpec type, string value) => type switch
    {
        { Kind: TypeKind.Primitive, Name: "bool" } => value.ToLowerInvariant(),
        { Kind: TypeKind.Primitive, Name: "int32" or "int64" or "decimal" } or { Kind: TypeKind.IntegerEnum } => value,
        _ => CSharpText.Json(value),
    };
}
