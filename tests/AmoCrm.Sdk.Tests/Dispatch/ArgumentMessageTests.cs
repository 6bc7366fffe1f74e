using System.Text.Json;
using AmoCrm.Sdk.Dispatch;

namespace AmoCrm.Sdk.Tests.Dispatch;

/// <summary>What is said of an argument that is not taken: an agent corrects itself by it, so each message is held as a whole.</summary>
public sealed class ArgumentMessageTests
{
    private static readonly ArgumentContext Context = new(TestHandlers.Get, new HandlerParameter("value", "any", IsRequired: false));

    [Theory]
    [InlineData("{}", "an object")]
    [InlineData("[]", "a list")]
    [InlineData("true", "true")]
    [InlineData("false", "false")]
    [InlineData("null", "null")]
    public void It_says_of_which_kind_the_value_is(string json, string kind) => Says(json, Argument.String, $"must be text, not {kind}");

    [Theory]
    [InlineData("\"\"", "empty text")]
    [InlineData("\"x\"", "this text")]
    [InlineData("1.5", "this number")]
    [InlineData("9223372036854775807.5", "this number")]
    [InlineData("-9223372036854775809", "this number")]
    public void It_says_that_a_number_is_meant(string json, string kind)
    {
        Says(json, Argument.Int64, $"must be a whole number or a string of digits, not {kind}");
        Says(json, Argument.Int32, $"must be a whole number or a string of digits, no longer than 32 bits, not {kind}");
    }

    [Fact]
    public void It_says_what_else_would_do()
    {
        Says("true", Argument.Decimal, "must be a number, or text such as \"12.5\", not true");
        Says("2", Argument.Bool, "must be true or false (or 1 or 0), not this number");
        Says("{}", Argument.UnixTime, "must be unix seconds, or ISO 8601 text with an offset such as \"2026-03-01T09:00:00+03:00\", not an object");
        Says("{}", Argument.AccountTime, "must be unix seconds or ISO 8601 text, not an object");
        Says("true", Argument.CallResponsible, "must be the id of a user, or a name, not true");
        Says("\"\"", Argument.EntityType, "must be a word, not empty text");
        Says("\"\"", Argument.SortDirection, "must be a word, not empty text");
        Says("\"\"", Argument.CustomFieldScope, "must be a word, not empty text");
    }

    [Fact]
    public void It_says_what_could_not_be_read()
    {
        Begins("{\"x\": 1}", Argument.DateTimeRange, "cannot be read as a range of times: an object of 'from' and 'to': ");
        Begins("{\"x\": 1}", Argument.NumberRange, "cannot be read as a range of numbers: an object of 'from' and 'to': ");
        Begins("5", Argument.CustomFieldInput, "cannot be read as custom fields: an object of values by code, id or name: ");
        Begins("\"tomorrow\"", Argument.AccountTime, "cannot be read as a time: ");
        Begins("\"{\\\"a\\\": \"", Argument.CustomFieldInput, "is text that looks like JSON and is not valid: ");
    }

    [Fact]
    public void It_tells_moments_that_no_clock_shows_from_those_without_an_offset()
    {
        Says("-1", Argument.UnixTime, "must be unix time in seconds; this number is no such time (milliseconds are not taken)");
        Says("253402300800", Argument.UnixTime, "must be unix time in seconds; this number is no such time (milliseconds are not taken)");
        Says(
            "\"2026-03-01T09:00:00\"",
            Argument.UnixTime,
            "is a time without an offset, which could be any time zone's: write \"2026-03-01T09:00:00+03:00\", or unix seconds");
    }

    [Theory]
    [InlineData("0", 0)]
    [InlineData("253402300799", 253_402_300_799)]
    public void The_first_and_the_last_second_are_times(string json, long seconds) =>
        Assert.Equal(seconds, Argument.UnixTime(JsonText.Element(json), Context).ToUnixTimeSeconds());

    [Theory]
    [InlineData("-9223372036854775808.0", long.MinValue)]
    [InlineData("9223372036854775807.0", long.MaxValue)]
    public void The_first_and_the_last_integer_may_have_a_fraction_of_nothing(string json, long expected) =>
        Assert.Equal(expected, Argument.Int64(JsonText.Element(json), Context));

    [Fact]
    public void The_last_integer_of_32_bits_is_taken() => Assert.Equal(int.MaxValue, Argument.Int32(JsonText.Element("2147483647"), Context));

    [Theory]
    [InlineData("{\"0\": 1, \"1\": 2}", new long[] { 1, 2 })]
    [InlineData("[1, \"2\"]", new long[] { 1, 2 })]
    [InlineData("\"1, 2\"", new long[] { 1, 2 })]
    [InlineData("7", new long[] { 7 })]
    public void A_list_comes_in_the_forms_that_languages_have_for_it(string json, long[] expected) =>
        Assert.Equal(expected, Integers(JsonText.Element(json), Context));

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"0\": 1, \"x\": 2}")]
    [InlineData("{\"\": 1}")]
    [InlineData("{\"1x\": 1}")]
    public void An_object_with_other_names_is_no_list(string json) =>
        Says(json, Integers, "must be a whole number or a string of digits, not an object");

    [Fact]
    public void It_says_which_item_of_a_list_is_wrong() =>
        Assert.Equal("'value[1]' must be a whole number or a string of digits, not true.", Problem("[1, true]", Integers));

    [Fact]
    public void Arguments_that_are_no_object_are_told_to_be_one() =>
        Assert.Contains(
            "The arguments must be a JSON object of params by name.",
            Assert.Throws<AmoCrmArgumentException>(static () => new ArgumentReader(TestHandlers.Get, JsonText.Element("[]"))).Message,
            StringComparison.Ordinal);

    private static IReadOnlyList<long> Integers(JsonElement value, ArgumentContext context) => Argument.List(value, context, Argument.Int64);

    private static void Says<T>(string json, ArgumentConverter<T> converter, string problem) => Assert.Equal($"'value' {problem}.", Problem(json, converter));

    private static void Begins<T>(string json, ArgumentConverter<T> converter, string problem)
    {
        var message = Problem(json, converter);

        Assert.StartsWith($"'value' {problem}", message, StringComparison.Ordinal);
        Assert.True(message.Length > $"'value' {problem}.".Length, message);
    }

    private static string Problem<T>(string json, ArgumentConverter<T> converter)
    {
        var exception = Assert.Throws<AmoCrmArgumentException>(() => converter(JsonText.Element(json), Context));
        Assert.Equal("value", exception.ParamName);
        var at = exception.Message.IndexOf("'value", StringComparison.Ordinal);
        return exception.Message[at..].Split(" (Parameter")[0];
    }
}
