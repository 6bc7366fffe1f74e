using AmoCrm.Sdk.Generators.Model;

namespace AmoCrm.Sdk.Generators.Emitting;

/// <summary>Schemas of the object of the params and of the result. What they name is put behind them when they are asked for.</summary>
internal sealed class SchemaDocument(SchemaTypes types)
{
    private const string Dialect = "\"$schema\":\"https://json-schema.org/draft/2020-12/schema\"";

    public string Parameters(HandlerSpec handler) => Document([$"\"description\":{CSharpText.Json(handler.Summary)}", .. ParameterObject(handler)]);

    public string Result(HandlerSpec handler) => Document(ResultMembers(handler));

    public string BatchParameters(HandlerSpec handler, BatchSpec batch)
    {
        var item = "{" + string.Join(",", ParameterObject(handler)) + "}";
        var items = $"{{\"type\":\"array\",\"description\":{CSharpText.Json(BatchDescriptorEmitter.ItemsSummary(handler, batch))},\"maxItems\":{CSharpText.Number(batch.Maximum)},\"items\":{item}}}";
        return Document(
            [
                $"\"description\":{CSharpText.Json(BatchDescriptorEmitter.Summary(handler, batch))}",
                "\"type\":\"object\"",
                "\"additionalProperties\":false",
                "\"required\":[\"items\"]",
                Properties([$"\"items\":{items}"]),
            ]);
    }

    public string BatchResult(HandlerSpec handler)
    {
        var item = "{" + string.Join(",", ResultMembers(handler)) + "}";
        return Document(["\"type\":\"array\"", $"\"items\":{item}"]);
    }

    private static string Document(IEnumerable<string> members) => "{" + string.Join(",\n", members.Prepend(Dialect)) + "}";

    private static string Properties(List<string> properties) =>
        properties.Count == 0 ? "\"properties\":{}" : $"\"properties\":{{\n{string.Join(",\n", properties)}\n}}";

    private IEnumerable<string> ParameterObject(HandlerSpec handler)
    {
        yield return "\"type\":\"object\"";
        yield return "\"additionalProperties\":false";
        var required = handler.Params.Where(RequestShape.IsRequiredByName).Select(static param => CSharpText.Json(param.Name)).ToList();
        if (required.Count > 0)
        {
            yield return $"\"required\":[{string.Join(",", required)}]";
        }

        yield return Properties(handler.Params.Select(param => $"{CSharpText.Json(param.Name)}:{types.Parameter(param)}").ToList());
    }

    private IEnumerable<string> ResultMembers(HandlerSpec handler)
    {
        var model = new TypeSpec(TypeKind.Model, handler.Returns.ModelName, IsList: false, ResultShape.IsNullable(handler), IsValueType: false);
        switch (handler.Returns.Kind)
        {
            case ReturnsKind.Nothing:
                return ["\"type\":\"object\""];
            case ReturnsKind.List:
                return ["\"type\":\"array\"", $"\"items\":{types.Of(model, null)}"];
            case ReturnsKind.Page:
                return
                [
                    "\"type\":\"object\"",
                    "\"required\":[\"items\",\"page\",\"limit\",\"has_more\"]",
                    Properties(
                    [
                        $"\"items\":{{\"type\":\"array\",\"items\":{types.Of(model, null)}}}",
                        "\"page\":{\"type\":\"integer\"}",
                        "\"limit\":{\"type\":\"integer\"}",
                        "\"has_more\":{\"type\":\"boolean\"}",
                        "\"total_items\":{\"type\":[\"integer\",\"null\"]}",
                        "\"page_count\":{\"type\":[\"integer\",\"null\"]}",
                    ]),
                ];
            case ReturnsKind.Created or ReturnsKind.Updated:
                return
                [
                    "\"type\":\"object\"",
                    "\"required\":[\"id\"]",
                    Properties(ResultShape.Fields(handler)
                        .Select(field => $"{CSharpText.Json(field.Path[0])}:{types.Of(field.Type, field.Summary)}")
                        .Concat(ResultShape.HasEntity(handler) ? ["\"fetch_error\":{\"type\":\"string\",\"description\":\"Why the object could not be read back.\"}"] : [])
                        .ToList()),
                ];
            default:
                var whole = types.Of(model, null);
                return [whole.Substring(1, whole.Length - 2)];
        }
    }
}
