using System.Text.Json;
using AmoCrm.Sdk.Dispatch;

namespace AmoCrm.Sdk.Tests.Dispatch;

public sealed class ArgumentTests
{
    private static readonly ArgumentContext Context = new(TestHandlers.Get, new HandlerParameter("value", "any", IsRequired: false));

    [Theory]
    [InlineData("\"text\"", "text")]
    [InlineData("\"\"", "")]
    [InlineData("79001234567", "79001234567")]
    [InlineData("1.50", "1.50")]
    public void Text_may_be_a_number_as_it_is_written(string json, string expected) => Assert.Equal(expected, Argument.String(JsonText.Element(json), Context));

    [Theory]
    [InlineData("true")]
    [InlineData("{}")]
    [InlineData("[\"x\"]")]
    public void Text_is_no_flag_object_or_list(string json) => Refused(json, Argument.String);

    [Theory]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("\"-7\"", -7)]
    [InlineData("7.0", 7)]
    public void An_integer_is_a_number_or_digits(string json, long expected) => Assert.Equal(expected, Argument.Int64(JsonText.Element(json), Context));

    [Theory]
    [InlineData("9223372036854775808")]
    [InlineData("7.5")]
    [InlineData("1e400")]
    [InlineData("\"\"")]
    [InlineData("\" 7\"")]
    [InlineData("\"7 \"")]
    [InlineData("\"7.0\"")]
    [InlineData("\"0x7\"")]
    [InlineData("\"٧\"")]
    [InlineData("true")]
    [InlineData("[7]")]
    [InlineData("{\"id\": 7}")]
    public void What_is_no_integer_is_refused(string json) => Refused(json, Argument.Int64);

    [Fact]
    public void A_32_bit_integer_has_32_bits()
    {
        Assert.Equal(int.MinValue, Argument.Int32(JsonText.Element("\"-2147483648\""), Context));
        Refused("2147483648", Argument.Int32);
    }

    [Theory]
    [InlineData("12.5")]
    [InlineData("\"12.5\"")]
    public void A_decimal_is_a_number_or_text_with_a_point(string json) => Assert.Equal(12.5m, Argument.Decimal(JsonText.Element(json), Context));

    [Theory]
    [InlineData("\"12,5\"")]
    [InlineData("\"1e5\"")]
    [InlineData("\"\"")]
    [InlineData("1e400")]
    [InlineData("false")]
    public void What_is_no_decimal_is_refused(string json) => Refused(json, Argument.Decimal);

    [Theory]
    [InlineData("true", true)]
    [InlineData("\"True\"", true)]
    [InlineData("1", true)]
    [InlineData("\"1\"", true)]
    [InlineData("false", false)]
    [InlineData("\"false\"", false)]
    [InlineData("0", false)]
    [InlineData("\"0\"", false)]
    public void A_flag_has_several_forms(string json, bool expected) => Assert.Equal(expected, Argument.Bool(JsonText.Element(json), Context));

    [Theory]
    [InlineData("2")]
    [InlineData("\"yes\"")]
    [InlineData("\"\"")]
    [InlineData("[]")]
    public void What_is_no_flag_is_refused(string json) => Refused(json, Argument.Bool);

    [Theory]
    [InlineData("1767258000")]
    [InlineData("\"1767258000\"")]
    [InlineData("\"2026-01-01T12:00:00+03:00\"")]
    [InlineData("\"2026-01-01T09:00:00Z\"")]
    [InlineData("\"2026-01-01 09:00:00Z\"")]
    [InlineData("\"2026-01-01T04:00:00-05:00\"")]
    [InlineData("\"2026-01-01T09:00:00.000+00:00\"")]
    public void A_time_is_unix_seconds_or_has_its_offset(string json) =>
        Assert.Equal(1767258000, Argument.UnixTime(JsonText.Element(json), Context).ToUnixTimeSeconds());

    [Theory]
    [InlineData("\"2026-01-01T12:00:00\"")]
    [InlineData("\"2026-01-01 12:00\"")]
    [InlineData("\"2026-01-01\"")]
    public void A_time_without_an_offset_is_refused_with_the_reason(string json) =>
        Assert.Contains("offset", Refused(json, Argument.UnixTime).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("1767258000000")]
    [InlineData("\"1767258000000\"")]
    [InlineData("-1")]
    public void Milliseconds_are_refused_with_the_reason(string json) =>
        Assert.Contains("milliseconds", Refused(json, Argument.UnixTime).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("\"tomorrow\"")]
    [InlineData("\"\"")]
    [InlineData("true")]
    [InlineData("{}")]
    [InlineData("\"05.03.2030 09:00 +03:00\"")]
    [InlineData("\"03/05/2030 09:00 +03:00\"")]
    [InlineData("\"18:00 +03:00\"")]
    public void What_is_no_time_is_refused(string json) => Refused(json, Argument.UnixTime);

    [Fact]
    public void Json_outlives_its_document()
    {
        JsonElement kept;
        using (var document = JsonDocument.Parse("""{"a": [1]}"""))
        {
            kept = Argument.Json(document.RootElement, Context);
        }

        Assert.Equal(1, kept.GetProperty("a")[0].GetInt32());
    }

    [Theory]
    [InlineData("\"cut off \\ud83d\"")]
    [InlineData("{\"a\": [\"cut off \\ud83d\"]}")]
    [InlineData("{\"\\ud83d\": 1}")]
    public void Half_a_character_in_JSON_is_found_before_anything_is_sent(string json) =>
        Assert.Throws<InvalidOperationException>(() => Argument.Json(JsonText.Element(json), Context));

    [Fact]
    public void An_open_set_takes_what_nobody_has_seen() => Assert.Equal("new_code", Argument.Word(JsonText.Element("\"new_code\""), Context));

    [Fact]
    public void A_code_is_not_empty() => Refused("\"\"", Argument.Word);

    [Theory]
    [InlineData("\"lead\"")]
    [InlineData("\"leads\"")]
    public void An_entity_type_is_singular_or_plural(string json) => Assert.Equal(EntityType.Leads, Argument.EntityType(JsonText.Element(json), Context));

    [Theory]
    [InlineData("\"\"")]
    [InlineData("[\"leads\"]")]
    public void An_entity_type_is_one_word(string json) => Refused(json, Argument.EntityType);

    [Fact]
    public void A_direction_is_one_of_two_words()
    {
        Assert.Equal(SortDirection.Descending, Argument.SortDirection(JsonText.Element("\"desc\""), Context));
        Refused("\"downwards\"", Argument.SortDirection);
    }

    [Theory]
    [InlineData("""{"from": 5, "to": "6"}""")]
    [InlineData("""{"value[from]": 5, "value[to]": 6}""")]
    public void A_range_of_times_is_nested_or_bracketed(string json)
    {
        var range = Argument.DateTimeRange(JsonText.Element(json), Context);

        Assert.Equal((5, 6), (range!.From!.Value.ToUnixTimeSeconds(), range.To!.Value.ToUnixTimeSeconds()));
    }

    [Theory]
    [InlineData("""{"form": 5}""")]
    [InlineData("true")]
    public void What_is_no_range_is_refused(string json) => Refused(json, Argument.DateTimeRange);

    [Fact]
    public void A_time_in_the_account_needs_no_offset_and_empty_text_is_the_end_of_today()
    {
        Assert.Equal(new DateTime(2026, 1, 1, 12, 0, 0), Argument.AccountTime(JsonText.Element("\"2026-01-01T12:00:00\""), Context).LocalTime);
        Assert.Equal(AccountTime.EndOfToday, Argument.AccountTime(JsonText.Element("\"\""), Context));
        Refused("\"soon\"", Argument.AccountTime);
    }

    [Fact]
    public void Custom_fields_as_text_are_parsed_as_json()
    {
        var fields = Argument.CustomFieldInput(JsonText.Element("\"{\\\"PHONE\\\": \\\"+7900\\\"}\""), Context);

        Assert.NotNull(fields);
    }

    [Theory]
    [InlineData("\"{'PHONE': '+7900'}\"")]
    [InlineData("\"__import__('os').system('true')\"")]
    [InlineData("\"{\\\"PHONE\\\": \"")]
    public void Custom_fields_as_text_are_never_evaluated(string json)
    {
        var exception = Refused(json, Argument.CustomFieldInput);

        Assert.DoesNotContain("PHONE", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("import", exception.Message, StringComparison.Ordinal);
    }

    private static AmoCrmArgumentException Refused<T>(string json, ArgumentConverter<T> converter)
    {
        var exception = Assert.Throws<AmoCrmArgumentException>(() => { converter(JsonText.Element(json), Context); });
        Assert.Equal("value", exception.ParamName);
        return exception;
    }
}
