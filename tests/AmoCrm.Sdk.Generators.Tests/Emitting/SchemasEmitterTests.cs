using System.Text.Json;
using AmoCrm.Sdk.Generators.Emitting;
using AmoCrm.Sdk.Generators.Model;
using AmoCrm.Sdk.Generators.Tests.TestSupport;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NJsonSchema;
using static AmoCrm.Sdk.Generators.Tests.Emitting.Specs;

namespace AmoCrm.Sdk.Generators.Tests.Emitting;

/// <summary>The JSON Schemas of params and results.</summary>
public class SchemasEmitterTests
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

        var schema = Schema(handler, "ListCompaniesParameters").RootElement;

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

        var schema = Schema(handler, "CreateCompanyParameters").RootElement;
        var models = Definitions(ModelSchemasEmitter.Emit(new ModelSchemasInput([Tag], [])).Text);

        Assert.Equal("#/$defs/Tag", schema.GetProperty("properties").GetProperty("tags").GetProperty("items").GetProperty("$ref").GetString());
        Assert.False(schema.TryGetProperty("$defs", out _));
        using var tag = JsonDocument.Parse(Assert.Single(models, static model => model.Name == "Tag").Json);
        Assert.Equal("string", tag.RootElement.GetProperty("anyOf")[1].GetProperty("type").GetString());
    }

    [Fact]
    public async Task Every_schema_of_the_real_manifest_is_one()
    {
        const string Models = "Schemas/ModelSchemas.g.cs";
        var files = GeneratorHarness.Generate(SpecFiles.All()).Files;
        var schemas = files
            .Where(static file => file.Key.StartsWith("Schemas/", StringComparison.Ordinal) && file.Key != Models)
            .SelectMany(static file => Literals(file.Value))
            .ToList();
        var definitions = string.Join(",", Definitions(files[Models]).Select(static model => $"\"{model.Name}\":{model.Json}"));

        Assert.NotEmpty(schemas);
        foreach (var (name, json) in schemas)
        {
            // A name that no model has is an exception here.
            var schema = await JsonSchema.FromJsonAsync($"{json[..^1]},\"$defs\":{{{definitions}}}}}", TestContext.Current.CancellationToken);
            Assert.True(schema.Type != JsonObjectType.None || schema.HasReference || schema.AnyOf.Count > 0, name);
        }
    }

    private static JsonDocument Schema(HandlerSpec handler, string name)
    {
        var module = new ModuleSpec("companies", "Companies", "Companies.", [handler]);
        var file = SchemasEmitter.Emit(new ModuleSchemaInput(module, []));
        return JsonDocument.Parse(Literals(file.Text).Single(literal => literal.Name == name).Json);
    }

    private static IEnumerable<(string Name, string Json)> Literals(string source) =>
        CSharpSyntaxTree.ParseText(source, cancellationToken: TestContext.Current.CancellationToken).GetRoot(TestContext.Current.CancellationToken)
            .DescendantNodes()
            .OfType<PropertyDeclarationSyntax>()
            .Select(static property => (property.Identifier.Text, ((LiteralExpressionSyntax)property.ExpressionBody!.Expression).Token.ValueText));

    private static IEnumerable<(string Name, string Json)> Definitions(string source) =>
        CSharpSyntaxTree.ParseText(source, cancellationToken: TestContext.Current.CancellationToken).GetRoot(TestContext.Current.CancellationToken)
            .DescendantNodes()
            .OfType<SwitchExpressionArmSyntax>()
            .Where(static arm => arm.Pattern is ConstantPatternSyntax)
            .Select(static arm => (((LiteralExpressionSyntax)((ConstantPatternSyntax)arm.Pattern).Expression).Token.ValueText, ((LiteralExpressionSyntax)arm.Expression).Token.ValueText));
}
