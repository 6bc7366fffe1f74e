using System.Text.Json;
using AmoCrm.Sdk.Dispatch;

namespace AmoCrm.Sdk.Tests.Dispatch;

/// <summary>The JSON Schemas that each descriptor answers.</summary>
public sealed class HandlerSchemaTests
{
    public static TheoryData<string> Names => [.. HandlerCatalog.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_schema_of_the_arguments_is_the_handlers_own(string name)
    {
        var handler = HandlerCatalog.Get(name);

        var schema = handler.GetParametersSchema();

        Assert.Equal(handler.Summary, schema.GetProperty("description").GetString());
        Assert.Equal(
            handler.Parameters.Select(static parameter => parameter.Name),
            schema.GetProperty("properties").EnumerateObject().Select(static property => property.Name));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_a_schema_names_lies_behind_it(string name)
    {
        var handler = HandlerCatalog.Get(name);

        Assert.All([handler.GetParametersSchema(), handler.GetResultSchema()], static schema =>
        {
            var defined = schema.TryGetProperty("$defs", out var definitions) ? definitions.EnumerateObject().Select(static definition => "#/$defs/" + definition.Name) : [];
            Assert.Equal(defined.ToHashSet(StringComparer.Ordinal), References(schema).ToHashSet(StringComparer.Ordinal));
        });
    }

    private static IEnumerable<string> References(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(static member =>
            member.Name == "$ref" && member.Value.ValueKind == JsonValueKind.String ? [member.Value.GetString()!] : References(member.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(References),
        _ => [],
    };
}
