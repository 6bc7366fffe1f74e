using System.Text.Json;
using AmoCrm.Sdk.Json;

namespace AmoCrm.Sdk.Tests.Json;

/// <summary>What is said of JSON that cannot be read: what was expected and what was found, and never the data.</summary>
public sealed class JsonReadMessageTests
{
    [Theory]
    [InlineData("{}", "an object")]
    [InlineData("[1]", "an array")]
    public void It_says_what_was_found_instead_of_a_text(string json, string found) => Says(json, JsonRead.String, $"Expected a text, found {found}.");

    [Theory]
    [InlineData("true", "a boolean")]
    [InlineData("{}", "an object")]
    [InlineData("[1]", "an array")]
    [InlineData("null", "null")]
    public void It_says_what_was_found_instead_of_a_number(string json, string found)
    {
        Says(json, JsonRead.Int32, $"Expected a number, found {found}.");
        Says(json, JsonRead.Int64, $"Expected a number, found {found}.");
        Says(json, JsonRead.Decimal, $"Expected a number, found {found}.");
    }

    [Theory]
    [InlineData("{}", "an object")]
    [InlineData("2", "a number")]
    [InlineData("\"yes\"", "another text")]
    [InlineData("null", "null")]
    public void It_says_what_was_found_instead_of_a_boolean(string json, string found) => Says(json, JsonRead.Bool, $"Expected a boolean, found {found}.");

    [Theory]
    [InlineData("true", "a boolean")]
    [InlineData("99999999999999", "a number")]
    [InlineData("\"tomorrow\"", "another text")]
    [InlineData("null", "null")]
    public void It_says_what_was_found_instead_of_a_time(string json, string found) => Says(json, JsonRead.UnixTime, $"Expected a time, found {found}.");

    [Fact]
    public void It_says_which_numbers_fit_nowhere()
    {
        Says("2147483648", JsonRead.Int32, "A number does not fit in 32 bits.");
        Says("1.5", JsonRead.Int64, "A number is no 64-bit integer.");
        Says("9223372036854775808", JsonRead.Int64, "A number is no 64-bit integer.");
        Says("1e40", JsonRead.Decimal, "A number is too large for a decimal.");
    }

    [Fact]
    public void It_says_that_a_text_is_no_text()
    {
        Says("\"\\ud800\"", JsonRead.String, "A text in the JSON is not valid Unicode.");
        Says("\"\\ud800\"", JsonRead.Int64, "A text in the JSON is not valid Unicode.");
    }

    private static void Says<T>(string json, JsonValueReader<T> read, string message) =>
        Assert.Equal(message, Assert.Throws<JsonException>(() => JsonValues.Read(json, read)).Message);
}
