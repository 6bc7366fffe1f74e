using System.Text.Json;
using AmoCrm.Sdk.Json;

namespace AmoCrm.Sdk.Tests.Json;

public sealed class JsonReadListsTests
{
    [Theory]
    [InlineData("[1,2,3]")]
    [InlineData("[1,null,2,3]")]
    [InlineData("{\"0\":1,\"1\":2,\"2\":3}")]
    [InlineData("{\"17\":1,\"18\":null,\"19\":2,\"25\":3}")]
    public void A_list_is_an_array_or_an_object_with_numeric_keys(string json)
    {
        Assert.Equal([1, 2, 3], JsonValues.Read<IReadOnlyList<long>>(json, static (ref Utf8JsonReader reader) => JsonRead.List(ref reader, JsonRead.Int64)));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("false")]
    [InlineData("\"\"")]
    public void Null_an_empty_text_and_false_are_no_list(string json)
    {
        Assert.Null(JsonValues.Read<IReadOnlyList<long>>(json, static (ref Utf8JsonReader reader) => JsonRead.List(ref reader, JsonRead.Int64)));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("[null]")]
    public void An_empty_array_and_an_empty_object_are_empty_lists(string json)
    {
        Assert.Empty(JsonValues.Read<IReadOnlyList<long>>(json, static (ref Utf8JsonReader reader) => JsonRead.List(ref reader, JsonRead.Int64))!);
    }

    [Fact]
    public void A_lone_item_is_a_list_of_one()
    {
        var elements = JsonValues.Read<IReadOnlyList<JsonElement>>(
            """{"id":4203748,"name":"Budget"}""", static (ref Utf8JsonReader reader) => JsonRead.List(ref reader, JsonRead.Element));

        Assert.Equal(4203748, Assert.Single(elements!).GetProperty("id").GetInt64());
        Assert.Equal([5], JsonValues.Read<IReadOnlyList<long>>("5", static (ref Utf8JsonReader reader) => JsonRead.List(ref reader, JsonRead.Int64)));
    }

    [Fact]
    public void A_struct_may_be_null()
    {
        Assert.Null(JsonValues.Read<EntityType?>("null", static (ref Utf8JsonReader reader) => JsonRead.Nullable(ref reader, EntityTypeJsonConverter.ReadValue)));
        Assert.Equal(
            EntityType.Leads,
            JsonValues.Read<EntityType?>("\"lead\"", static (ref Utf8JsonReader reader) => JsonRead.Nullable(ref reader, EntityTypeJsonConverter.ReadValue)));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("7")]
    [InlineData("[{\"a\":1}]")]
    public void What_stands_for_an_object_and_is_none_is_skipped(string json)
    {
        Assert.False(JsonValues.Read(json, JsonRead.StartObject));
    }

    [Fact]
    public void An_escaped_name_is_as_it_reads()
    {
        JsonValues.Read(
            """{"\u0069d":1}""",
            static (ref Utf8JsonReader reader) =>
            {
                Assert.True(JsonRead.NextMember(ref reader, out var name));
                Assert.True(name.SequenceEqual("id"u8));
                Assert.Equal(JsonTokenType.Number, reader.TokenType);
                Assert.False(JsonRead.NextMember(ref reader, out _));
                return 0;
            });
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(250)]
    public void A_list_of_any_length_is_read(int count)
    {
        var numbers = Enumerable.Range(0, count).Select(static number => (long)number).ToArray();

        Assert.Equal(numbers, JsonValues.Read($"[{string.Join(',', numbers)}]", static (ref Utf8JsonReader reader) => JsonRead.List(ref reader, JsonRead.Int64)));
    }
}
