using System.Text;
using System.Text.Json;
using AmoCrm.Sdk.Dispatch;

namespace AmoCrm.Sdk.Tests.Dispatch;

public sealed class PackedSchemasTests
{
    private const string Schemas = """
        {
        "Lead":{"type":"object",
        "description":"Сделка"},
        "Tag":{"anyOf":[{},{"type":"string"}]},
        "Any":true
        }
        """;

    [Theory]
    [InlineData("Lead", "{\"type\":\"object\",\n\"description\":\"Сделка\"}")]
    [InlineData("Tag", """{"anyOf":[{},{"type":"string"}]}""")]
    [InlineData("Any", "true")]
    public void A_schema_is_found_by_its_name_as_it_was_written(string name, string json)
    {
        Assert.Equal(json, Encoding.UTF8.GetString(Packed.Of(Schemas.ReplaceLineEndings("\n")).Find(name)));
    }

    [Theory]
    [InlineData("lead")]
    [InlineData("type")]
    [InlineData("")]
    public void A_name_that_no_schema_has_is_empty(string name)
    {
        Assert.True(Packed.Of(Schemas).Find(name).IsEmpty);
    }

    [Fact]
    public void There_may_be_no_schemas_at_all()
    {
        Assert.True(Packed.Of("{\n\n}").Find("Lead").IsEmpty);
    }

    [Fact]
    public void Many_may_ask_first_at_once()
    {
        for (var round = 0; round < 50; round++)
        {
            var schemas = Packed.Of(Schemas);

            Parallel.For(0, 8, _ => Assert.Equal("true"u8, schemas.Find("Any")));
        }
    }

    [Fact]
    public void They_are_unpacked_once()
    {
        var schemas = Packed.Of(Schemas);

        Assert.True(schemas.Find("Lead") == schemas.Find("Lead"), "The second answer lies elsewhere.");
    }

    [Fact]
    public void Bytes_that_nobody_deflated_are_refused()
    {
        Assert.Throws<InvalidDataException>(static () => new PackedSchemas([255, 255, 255]).Find("Lead").Length);
    }

    [Fact]
    public void Schemas_that_break_off_are_refused_not_fewer()
    {
        Assert.ThrowsAny<JsonException>(static () => Packed.Of(Schemas[..Schemas.IndexOf("\"Any\"", StringComparison.Ordinal)]).Find("Lead").Length);
    }
}
