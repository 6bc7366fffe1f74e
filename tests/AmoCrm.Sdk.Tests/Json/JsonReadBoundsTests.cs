using System.Text.Json;
using AmoCrm.Sdk.Json;

namespace AmoCrm.Sdk.Tests.Json;

/// <summary>The first and the last of what is read, and what comes in pieces.</summary>
public sealed class JsonReadBoundsTests
{
    [Theory]
    [InlineData("-2147483648", int.MinValue)]
    [InlineData("2147483647", int.MaxValue)]
    public void All_of_32_bits_is_read(string json, int expected) => Assert.Equal(expected, JsonValues.Read(json, JsonRead.Int32));

    [Theory]
    [InlineData("-9223372036854775808.0", long.MinValue)]
    [InlineData("9223372036854775807.0", long.MaxValue)]
    public void All_of_64_bits_is_read_with_zero_decimals_too(string json, long expected) => Assert.Equal(expected, JsonValues.Read(json, JsonRead.Int64));

    [Theory]
    [InlineData(-62_135_596_800)]
    [InlineData(253_402_300_799)]
    public void All_of_time_is_read(long seconds) => Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(seconds), JsonValues.Read($"{seconds}", JsonRead.UnixTime));

    [Theory]
    [InlineData("true", "true")]
    [InlineData("false", "false")]
    [InlineData("1.50", "1.50")]
    public void A_text_may_be_a_flag_or_a_number_as_it_is_written(string json, string expected) => Assert.Equal(expected, JsonValues.Read(json, JsonRead.String));

    // Around the 256 bytes up to which a text is not made a string first.
    [Theory]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(257)]
    [InlineData(1000)]
    public void A_number_may_be_a_text_of_any_length(int length) => Assert.Equal(17, JsonValues.Read($"\"{"17".PadLeft(length)}\"", JsonRead.Int64));

    [Theory]
    [InlineData(40)]
    [InlineData(256)]
    [InlineData(257)]
    [InlineData(1000)]
    public void A_name_with_escapes_has_the_length_of_what_it_means(int length)
    {
        var name = $"\\u0061{new string('b', length - 6)}";

        Assert.Equal(length - 5, JsonValues.Read($$"""{"{{name}}":1}""", static (ref Utf8JsonReader reader) =>
        {
            JsonRead.StartObject(ref reader);
            JsonRead.NextMember(ref reader, out var name);
            var length = name.Length;
            JsonRead.Skip(ref reader);
            JsonRead.Advance(ref reader);
            return length;
        }));
    }

    [Fact]
    public void What_comes_in_pieces_is_the_same()
    {
        Assert.Equal(1234567, JsonPieces.Read("1234567", JsonRead.Int64));
        Assert.Equal(1234567, JsonPieces.Read("\"1234567\"", JsonRead.Int64));
        Assert.Equal(17, JsonPieces.Read($"\"{"17".PadLeft(300)}\"", JsonRead.Int64));
        Assert.Equal("1.50", JsonPieces.Read("1.50", JsonRead.String));
        Assert.Equal("привет", JsonPieces.Read("\"привет\"", JsonRead.String));
        Assert.Equal(12.5m, JsonPieces.Read("12.5", JsonRead.Decimal));
        Assert.Equal("""{"id":7}""", JsonPieces.Read("""{"_links":{},"_embedded":{"items":[{"id":7}]}}""", First));
    }

    [Theory]
    [InlineData("""{"_embedded":{"items":[null,{"id":7}]}}""", """{"id":7}""")]
    [InlineData("""{"_embedded":{"items":{"id":7}}}""", """{"id":7}""")]
    [InlineData("""{"_embedded":{"items":[]}}""", null)]
    [InlineData("""{"_embedded":{"items":5}}""", null)]
    [InlineData("""{"_embedded":{"items":null}}""", null)]
    [InlineData("""{"_embedded":{"other":[{"id":7}],"itemz":[{"id":7}]}}""", null)]
    [InlineData("""[{"id":7},{"id":8}]""", """{"id":7}""")]
    [InlineData("[]", null)]
    [InlineData("5", null)]
    public void The_first_item_is_found_where_there_is_one(string json, string? expected) => Assert.Equal(expected, JsonValues.Read(json, First));

    private static string? First(ref Utf8JsonReader reader) =>
        EmbeddedJson.First(ref reader, "items"u8, static (ref Utf8JsonReader item) => JsonRead.Element(ref item).GetRawText());
}
