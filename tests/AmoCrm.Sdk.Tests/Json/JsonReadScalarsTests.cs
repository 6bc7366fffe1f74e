using System.Text.Json;
using AmoCrm.Sdk.Json;

namespace AmoCrm.Sdk.Tests.Json;

public sealed class JsonReadScalarsTests
{
    [Theory]
    [InlineData("17", 17)]
    [InlineData("\"17\"", 17)]
    [InlineData("\" 17 \"", 17)]
    [InlineData("17.0", 17)]
    [InlineData("1.7e1", 17)]
    [InlineData("-5", -5)]
    [InlineData("9007199254740993", 9007199254740993)]
    public void A_whole_number_may_be_text_or_have_zero_decimals(string json, long expected)
    {
        Assert.Equal(expected, JsonValues.Read(json, JsonRead.Int64));
        Assert.Equal(expected, JsonValues.Read<long?>(json, JsonRead.Int64OrNull));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"\"")]
    [InlineData("\" \"")]
    [InlineData("false")]
    [InlineData("[]")]
    public void What_PHP_sends_for_nothing_is_null(string json)
    {
        Assert.Null(JsonValues.Read<long?>(json, JsonRead.Int64OrNull));
        Assert.Null(JsonValues.Read<int?>(json, JsonRead.Int32OrNull));
        Assert.Null(JsonValues.Read<decimal?>(json, JsonRead.DecimalOrNull));
        Assert.Null(JsonValues.Read<DateTimeOffset?>(json, JsonRead.UnixTimeOrNull));
    }

    [Theory]
    [InlineData("12.5")]
    [InlineData("\"twelve\"")]
    [InlineData("true")]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("1e40")]
    [InlineData("99999999999999999999")]
    public void What_is_no_whole_number_is_an_error(string json)
    {
        Assert.Throws<JsonException>(() => JsonValues.Read<long?>(json, JsonRead.Int64OrNull));
    }

    [Fact]
    public void A_number_that_needs_64_bits_is_no_32_bit_number()
    {
        Assert.Throws<JsonException>(() => JsonValues.Read<int?>("2147483648", JsonRead.Int32OrNull));
        Assert.Equal(int.MaxValue, JsonValues.Read("2147483647", JsonRead.Int32));
    }

    [Fact]
    public void A_required_number_may_not_be_missing()
    {
        Assert.Throws<JsonException>(() => JsonValues.Read("null", JsonRead.Int64));
    }

    [Theory]
    [InlineData("12.50", "12.50")]
    [InlineData("\"12.50\"", "12.50")]
    [InlineData("0.1", "0.1")]
    public void Money_keeps_its_decimals(string json, string expected)
    {
        Assert.Equal(expected, JsonValues.Read(json, JsonRead.Decimal).ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("1", true)]
    [InlineData("\"1\"", true)]
    [InlineData("\"true\"", true)]
    [InlineData("false", false)]
    [InlineData("0", false)]
    [InlineData("\"0\"", false)]
    public void A_flag_may_be_a_number_or_text(string json, bool expected)
    {
        Assert.Equal(expected, JsonValues.Read(json, JsonRead.Bool));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"\"")]
    [InlineData("[]")]
    public void A_flag_may_be_missing(string json)
    {
        Assert.Null(JsonValues.Read<bool?>(json, JsonRead.BoolOrNull));
    }

    [Theory]
    [InlineData("2")]
    [InlineData("\"yes\"")]
    [InlineData("{}")]
    public void What_is_no_flag_is_an_error(string json)
    {
        Assert.Throws<JsonException>(() => JsonValues.Read<bool?>(json, JsonRead.BoolOrNull));
    }

    [Theory]
    [InlineData("1600000000")]
    [InlineData("\"1600000000\"")]
    [InlineData("1600000000.0")]
    [InlineData("\"2020-09-13T12:26:40Z\"")]
    [InlineData("\"2020-09-13T15:26:40+03:00\"")]
    [InlineData("\"2020-09-13 12:26:40\"")]
    public void A_time_is_unix_seconds_or_ISO_text(string json)
    {
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1600000000), JsonValues.Read(json, JsonRead.UnixTime));
    }

    [Theory]
    [InlineData("999999999999999")]
    [InlineData("\"yesterday\"")]
    [InlineData("\"05.03.2030\"")]
    [InlineData("{}")]
    public void What_is_no_time_is_an_error(string json)
    {
        Assert.Throws<JsonException>(() => JsonValues.Read<DateTimeOffset?>(json, JsonRead.UnixTimeOrNull));
    }

    [Theory]
    [InlineData("\"0\"", "0")]
    [InlineData("0", "0")]
    [InlineData("1.50", "1.50")]
    [InlineData("true", "true")]
    [InlineData("\"4,5\"", "4,5")]
    [InlineData("\"\"", "")]
    [InlineData("null", null)]
    [InlineData("[]", null)]
    public void A_text_may_be_a_number_as_request_ids_and_ratings_are(string json, string? expected)
    {
        Assert.Equal(expected, JsonValues.Read(json, JsonRead.String));
    }

    [Theory]
    [InlineData("\"\\ud800\"")]
    [InlineData("{\"a\":1}")]
    [InlineData("[1]")]
    public void What_is_no_text_is_an_error(string json)
    {
        Assert.Throws<JsonException>(() => JsonValues.Read(json, JsonRead.String));
    }

    [Fact]
    public void Broken_UTF8_is_an_error_in_the_data()
    {
        byte[] json = [(byte)'"', 0xC3, 0x28, (byte)'"'];

        Assert.Throws<JsonException>(() => JsonValues.Read(json, JsonRead.String));
        Assert.Throws<JsonException>(() => JsonValues.Read<long?>(json, JsonRead.Int64OrNull));
    }

    [Fact]
    public void An_error_never_quotes_the_data()
    {
        var exception = Assert.Throws<JsonException>(() => JsonValues.Read<long?>("\"+79991234567 Ivan\"", JsonRead.Int64OrNull));

        Assert.DoesNotContain("7999", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_as_text_costs_no_memory()
    {
        var json = "\"1600000000\""u8.ToArray();
        ReadOften(json, 1);

        var before = GC.GetAllocatedBytesForCurrentThread();
        ReadOften(json, 1000);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static void ReadOften(byte[] json, int times)
    {
        for (var i = 0; i < times; i++)
        {
            var reader = new Utf8JsonReader(json);
            reader.Read();
            JsonRead.Int64(ref reader);
        }
    }
}
