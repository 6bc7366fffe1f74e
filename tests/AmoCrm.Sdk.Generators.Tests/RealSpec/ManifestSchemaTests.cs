using System.Text.Json.Nodes;
using AmoCrm.Sdk.Generators.Tests.TestSupport;
using NJsonSchema;

namespace AmoCrm.Sdk.Generators.Tests.RealSpec;

/// <summary>The JSON Schema that gives editors completion agrees with the files.</summary>
public sealed class ManifestSchemaTests
{
    public static TheoryData<string> Files => [.. SpecFiles.All().Select(file => file.Path)];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_file_is_valid(string path)
    {
        var text = RepositoryFiles.Read(path);

        Assert.Empty((await SchemaAsync(text)).Validate(YamlAsJson.Convert(text)).Select(error => error.ToString()));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_names_the_schema_in_its_first_line(string path)
    {
        var schema = path.Count(character => character == '/') == 1 ? "manifest.schema.json" : "../manifest.schema.json";

        Assert.StartsWith($"# yaml-language-server: $schema={schema}\n", RepositoryFiles.Read(path), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("effect: read", "effect: reed")]
    [InlineData("retry: safe", "retri: safe")]
    [InlineData("method: List", "methods: List")]
    [InlineData("endpoint: GET /api", "endpoint: FETCH /api")]
    public async Task A_mistake_is_invalid(string old, string with)
    {
        var text = RepositoryFiles.Read("spec/handlers/companies.yaml");
        Assert.Contains(old, text, StringComparison.Ordinal);

        var errors = (await SchemaAsync(text)).Validate(YamlAsJson.Convert(text.Replace(old, with, StringComparison.Ordinal)));

        Assert.NotEmpty(errors);
    }

    /// <summary>The part of the schema that a file is held to. NJsonSchema knows neither <c>if</c> nor <c>$defs</c>, so the choice is made here, by the same keys.</summary>
    private static Task<JsonSchema> SchemaAsync(string text)
    {
        var part = text.Contains("\nmodule:", StringComparison.Ordinal) ? "moduleFile"
            : text.Contains("\nendpoints:", StringComparison.Ordinal) ? "endpointsFile"
            : text.Contains("\nparam_names:", StringComparison.Ordinal) ? "paramNamesFile" : "modelsFile";
        var schema = JsonNode.Parse(RepositoryFiles.Read("spec/manifest.schema.json").Replace("$defs", "definitions", StringComparison.Ordinal))!;
        return JsonSchema.FromJsonAsync(new JsonObject
        {
            ["allOf"] = new JsonArray(new JsonObject { ["$ref"] = $"#/definitions/{part}" }),
            ["definitions"] = schema["definitions"]!.DeepClone(),
        }.ToJsonString());
    }
}
