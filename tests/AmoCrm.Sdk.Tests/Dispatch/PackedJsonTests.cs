using System.Text;
using System.Text.Json;
using AmoCrm.Sdk.Dispatch;

namespace AmoCrm.Sdk.Tests.Dispatch;

public sealed class PackedJsonTests
{
    private const string Pieces = """
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
    public void A_piece_is_found_by_its_name_as_it_was_written(string name, string json)
    {
        Assert.Equal(json, Encoding.UTF8.GetString(Packed.Of(Pieces.ReplaceLineEndings("\n")).Find(name)));
    }

    [Theory]
    [InlineData("lead")]
    [InlineData("type")]
    [InlineData("")]
    public void A_name_that_no_piece_has_is_empty(string name)
    {
        Assert.True(Packed.Of(Pieces).Find(name).IsEmpty);
    }

    [Fact]
    public void There_may_be_nothing_at_all()
    {
        Assert.True(Packed.Of("{\n\n}").Find("Lead").IsEmpty);
    }

    [Fact]
    public void Many_may_ask_first_at_once()
    {
        for (var round = 0; round < 50; round++)
        {
            var pieces = Packed.Of(Pieces);

            Parallel.For(0, 8, _ => Assert.Equal("true"u8, pieces.Find("Any")));
        }
    }

    [Fact]
    public void They_are_unpacked_once()
    {
        var pieces = Packed.Of(Pieces);

        Assert.True(pieces.Find("Lead") == pieces.Find("Lead"), "The second answer lies elsewhere.");
    }

    [Fact]
    public void Bytes_that_nobody_deflated_are_refused()
    {
        Assert.Throws<InvalidDataException>(static () => new PackedJson([255, 255, 255]).Find("Lead").Length);
    }

    [Fact]
    public void Pieces_that_break_off_are_refused_not_fewer()
    {
        Assert.ThrowsAny<JsonException>(static () => Packed.Of(Pieces[..Pieces.IndexOf("\"Any\"", StringComparison.Ordinal)]).Find("Lead").Length);
    }
}
