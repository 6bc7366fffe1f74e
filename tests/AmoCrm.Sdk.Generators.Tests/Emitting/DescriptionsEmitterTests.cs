using System.Text.Json;
using AmoCrm.Sdk.Generators.Emitting;
using AmoCrm.Sdk.Generators.Model;
using AmoCrm.Sdk.Generators.Tests.TestSupport;
using Microsoft.CodeAnalysis.CSharp;
using NJsonSchema;
using static AmoCrm.Sdk.Generators.Tests.Emitting.Specs;

namespace AmoCrm.Sdk.Generators.Tests.Emitting;

/// <summary>What handlers say of themselves, and the JSON Schemas of params, results and models.</summary>
public class DescriptionsEmitterTests
{
    private static readonly ModelSpec Tag = new("Tag", ModelKind.Value, "A tag.", null, [],
        [Field("name", "Name", Text), Field("parent", "Parent", ModelOf("Tag"))], ShorthandString: "name");

    [Fact]
    public void A_param_says_what_it_takes()
    {
        var handler = List(
            Param("company_id", "CompanyId", Id, ParamPlacement.Query),
            Param("limit", "Limit", Number, ParamPlacement.Query) with { Range = new RangeSpec(1, 250), DefaultValue = "50" },
            Param("kind", "Kind", Text, ParamPlacement.Query) with { Aliases = ["sort_of"], MaxLength = 10, Exclusive = ["limit"] },
            Param("mode", "Mode", Text, ParamPlacement.None) with { AcceptedValues = ["fast"] });

        var schema = Schema(handler, "amocrm_list_companies/parameters").RootElement;

        Assert.Equal(["company_id"], schema.GetProperty("required").EnumerateArray().Select(static name => name.GetString()));
        Assert.False(schema.GetProperty("additionalProperties").GetBoolean());
        var properties = schema.GetProperty("properties");
        Assert.Equal("""{"type":["integer","string"],"pattern":"^[0-9]+$","description":"About company_id."}""", properties.GetProperty("company_id").GetRawText());
        Assert.Equal("""{"type":["integer","null"],"description":"About limit.","minimum":1,"maximum":250,"default":50}""", properties.GetProperty("limit").GetRawText());
        Assert.Equal("""{"type":["string","null"],"description":"About kind. Also as sort_of. Not together with limit.","maxLength":10}""", properties.GetProperty("kind").GetRawText());
        Assert.Equal("""{"enum":["fast"],"description":"About mode."}""", properties.GetProperty("mode").GetRawText());
    }

    [Fact]
    public void A_model_is_named_where_it_is_used_and_described_once()
    {
        var handler = Create(Body(("tags", new BodyParam("tags"))), Param("tags", "Tags", ListOf(ModelOf("Tag"))));

        var schema = Schema(handler, "amocrm_create_company/parameters").RootElement;
        var models = EmittedJson.Of(ModelSchemasEmitter.Emit(new ModelSchemasInput([Tag], [])).Text);

        Assert.Equal("#/$defs/Tag", schema.GetProperty("properties").GetProperty("tags").GetProperty("items").GetProperty("$ref").GetString());
        Assert.False(schema.TryGetProperty("$defs", out _));
        using var tag = JsonDocument.Parse(Assert.Single(models, static model => model.Key == "Tag").Value);
        Assert.Equal("string", tag.RootElement.GetProperty("anyOf")[1].GetProperty("type").GetString());
    }

    [Fact]
    public void A_handler_and_its_batch_form_are_described_each()
    {
        var batch = new BatchSpec(50, 250, "CreateMany", "amocrm_create_companies", "POST", "/api/v4/companies", []);
        var handler = Create(Body(("name", new BodyParam("name"))), Param("name", "Name", Text)) with { Batch = batch };

        Assert.Equal(
            [
                "amocrm_create_company/facts", "amocrm_create_company/parameters", "amocrm_create_company/result",
                "amocrm_create_companies/facts", "amocrm_create_companies/parameters", "amocrm_create_companies/result",
            ],
            EmittedJson.Of(Emit(handler)).Keys);
    }

    [Fact]
    public void Facts_are_what_the_manifest_says()
    {
        var handler = List(
            Param("entity_type", "EntityType", Text, ParamPlacement.Path) with { DefaultValue = "leads", IsPositional = true },
            Param("mode", "Mode", Text, ParamPlacement.None) with { AcceptedValues = ["fast"], AcceptsReason = "The slow one is gone.", Aliases = ["speed"], IsIgnored = true });

        using var facts = JsonDocument.Parse(EmittedJson.Of(Emit(handler with { Unsupported = "A \"trial\" has it not." }))["amocrm_list_companies/facts"]);

        Assert.Equal("companies", facts.RootElement.GetProperty("module").GetString());
        Assert.Equal("ListAsync", facts.RootElement.GetProperty("client_method").GetString());
        Assert.Equal("A \"trial\" has it not.", facts.RootElement.GetProperty("unsupported").GetString());
        Assert.False(facts.RootElement.TryGetProperty("is_custom", out _));
        Assert.Equal(
            [
                """{"name":"entity_type","type":"string","summary":"About entity_type.","default":"leads","is_positional":true}""",
                """{"name":"mode","type":"string","summary":"About mode.","aliases":["speed"],"allowed_values":["fast"],"allowed_values_reason":"The slow one is gone.","is_ignored":true}""",
            ],
            facts.RootElement.GetProperty("parameters").EnumerateArray().Select(static parameter => parameter.GetRawText()));
    }

    [Theory]
    [InlineData("\n} class Other { //")]
    [InlineData("\r} class Other { //")]
    [InlineData("\u0085} class Other { //")]
    [InlineData("\u2028} class Other { //")]
    [InlineData("\u2029} class Other { //")]
    public void No_text_leaves_the_comment(string summary)
    {
        var text = Emit(List() with { Summary = summary });

        var root = CSharpSyntaxTree.ParseText(text, cancellationToken: TestContext.Current.CancellationToken).GetRoot(TestContext.Current.CancellationToken);
        Assert.DoesNotContain(root.DescendantTokens(), static token => token.Text == "Other");
        Assert.Equal(EmittedJson.Unpacked(text), EmittedJson.Comment(text));
        using var schema = JsonDocument.Parse(EmittedJson.Of(text)["amocrm_list_companies/parameters"]);
        Assert.Equal(summary, schema.RootElement.GetProperty("description").GetString());
    }

    [Fact]
    public void The_comment_says_what_the_bytes_hold()
    {
        Assert.All(RealDescriptions(), static file => Assert.Equal(EmittedJson.Unpacked(file.Value), EmittedJson.Comment(file.Value)));
    }

    [Fact]
    public async Task Every_schema_of_the_real_manifest_is_one()
    {
        const string Models = "Schemas/ModelSchemas.g.cs";
        var files = RealDescriptions();
        var schemas = files.Where(static file => file.Key != Models).SelectMany(static file => EmittedJson.Of(file.Value))
            .Where(static piece => !piece.Key.EndsWith("/facts", StringComparison.Ordinal)).ToList();
        var definitions = string.Join(",", EmittedJson.Of(files[Models]).Select(static model => $"\"{model.Key}\":{model.Value}"));

        Assert.NotEmpty(schemas);
        foreach (var (name, json) in schemas)
        {
            // A name that no model has is an exception here.
            var schema = await JsonSchema.FromJsonAsync($"{json[..^1]},\"$defs\":{{{definitions}}}}}", TestContext.Current.CancellationToken);
            Assert.True(schema.Type != JsonObjectType.None || schema.HasReference || schema.AnyOf.Count > 0, name);
        }
    }

    private static Dictionary<string, string> RealDescriptions() =>
        RealSpecRun.Value.Files.Where(static file => file.Key.StartsWith("Schemas/", StringComparison.Ordinal) || file.Key.StartsWith("Descriptions/", StringComparison.Ordinal)).ToDictionary(StringComparer.Ordinal);

    private static JsonDocument Schema(HandlerSpec handler, string name) => JsonDocument.Parse(EmittedJson.Of(Emit(handler))[name]);

    private static string Emit(HandlerSpec handler) =>
        DescriptionsEmitter.Emit(new ModuleDescriptionsInput(new ModuleSpec("companies", "Companies", "Companies.", [handler]), [])).Text;
}
