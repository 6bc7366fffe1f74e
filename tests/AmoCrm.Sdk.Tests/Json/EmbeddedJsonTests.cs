using System.Text.Json;
using AmoCrm.Sdk.Json;

namespace AmoCrm.Sdk.Tests.Json;

public sealed class EmbeddedJsonTests
{
    [Theory]
    [InlineData("""{"_links":{},"_embedded":{"other":[9],"webhooks":["a","b"]}}""")]
    [InlineData("""{"_embedded":{"webhooks":["a","b"]},"_page":1}""")]
    [InlineData("""["a","b"]""")]
    public void A_list_is_found_under_its_name_or_is_the_body(string json)
    {
        Assert.Equal(["a", "b"], List(json));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"_embedded":[]}""")]
    [InlineData("""{"_embedded":{"webhooks":null}}""")]
    public void No_list_is_an_empty_one(string json)
    {
        Assert.Empty(List(json));
    }

    [Theory]
    [InlineData("""{"_embedded":{"webhooks":["a","b"]}}""", "a")]
    [InlineData("""{"_embedded":{"webhooks":[null,"b"]}}""", "b")]
    [InlineData("""{"_embedded":{"webhooks":[]}}""", null)]
    [InlineData("""{"_embedded":{}}""", null)]
    [InlineData("{}", null)]
    [InlineData("""["a"]""", "a")]
    public void The_first_item_answers_a_creation(string json, string? expected)
    {
        var first = JsonValues.Read(json, static (ref Utf8JsonReader reader) => EmbeddedJson.First(ref reader, "webhooks"u8, JsonRead.String));

        Assert.Equal(expected, first);
    }

    [Theory]
    [InlineData("""{"id":1,"updated_at":5,"_links":{}}""")]
    [InlineData("""{"_embedded":{"leads":[{"id":1}]}}""")]
    [InlineData("""{"_embedded":{"tags":[{"id":9}]},"id":1}""")]
    public void The_answer_to_a_change_is_the_item_itself_or_embedded(string json)
    {
        var item = JsonValues.Read(
            json,
            static (ref Utf8JsonReader reader) => EmbeddedJson.FirstOrSelf<object>(ref reader, "leads"u8, static (ref Utf8JsonReader inner) => JsonRead.Element(ref inner)));

        Assert.Equal(1, Assert.IsType<JsonElement>(item).GetProperty("id").GetInt32());
    }

    [Fact]
    public void Another_path_works_as_well()
    {
        Assert.Equal(
            [1, 2],
            JsonValues.Read<IReadOnlyList<long>>(
                """{"data":{"ids":[1,2]}}""",
                static (ref Utf8JsonReader reader) => EmbeddedJson.ListAt(ref reader, "data"u8, "ids"u8, JsonRead.Int64)));
        Assert.Equal(
            [1, 2],
            JsonValues.Read<IReadOnlyList<long>>(
                """{"ids":[1,2]}""", static (ref Utf8JsonReader reader) => EmbeddedJson.ListAt(ref reader, "ids"u8, default, JsonRead.Int64)));
    }

    private static IReadOnlyList<string> List(string json) =>
        JsonValues.Read<IReadOnlyList<string>>(json, static (ref Utf8JsonReader reader) => EmbeddedJson.List(ref reader, "webhooks"u8, JsonRead.String))!;
}
