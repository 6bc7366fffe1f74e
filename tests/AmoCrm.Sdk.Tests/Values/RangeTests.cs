using System.Text.Json;
using AmoCrm.Sdk.Json;
using AmoCrm.Sdk.Tests.Json;
using AmoCrm.Sdk.Transport;

namespace AmoCrm.Sdk.Tests.Values;

public sealed class RangeTests
{
    [Theory]
    [InlineData("""{"from":1600000000,"to":"1600000001"}""", "t[from]=1600000000&t[to]=1600000001")]
    [InlineData("""{"from":"2020-09-13T15:26:40+03:00"}""", "t[from]=1600000000")]
    [InlineData("""{"to":1600000001}""", "t[to]=1600000001")]
    [InlineData("1600000000", "t[from]=1600000000")]
    [InlineData("{}", "")]
    public void A_range_of_times(string json, string query)
    {
        var range = JsonValues.Read(json, DateTimeRangeJsonConverter.ReadValue)!;

        Assert.Equal(query, Query(range.WriteQuery));
        Assert.Equal(range, JsonValues.Read(JsonValues.Write(range, DateTimeRangeJsonConverter.WriteValue), DateTimeRangeJsonConverter.ReadValue));
    }

    [Theory]
    [InlineData("""{"from":1.50,"to":"2"}""", "t[from]=1.50&t[to]=2")]
    [InlineData("7", "t[from]=7&t[to]=7")]
    [InlineData("""{"to":null,"from":3}""", "t[from]=3")]
    public void A_range_of_numbers(string json, string query)
    {
        var range = JsonValues.Read(json, NumberRangeJsonConverter.ReadValue)!;

        Assert.Equal(query, Query(range.WriteQuery));
        Assert.Equal(range, JsonValues.Read(JsonValues.Write(range, NumberRangeJsonConverter.WriteValue), NumberRangeJsonConverter.ReadValue));
    }

    [Theory]
    [InlineData("""{"since":1}""")]
    [InlineData("""{"from":"x"}""")]
    [InlineData("true")]
    public void What_is_no_range_is_an_error(string json)
    {
        Assert.Throws<JsonException>(() => JsonValues.Read(json, DateTimeRangeJsonConverter.ReadValue));
        Assert.Throws<JsonException>(() => JsonValues.Read(json, NumberRangeJsonConverter.ReadValue));
    }

    [Theory]
    [InlineData("asc", "asc")]
    [InlineData("DESC", "desc")]
    [InlineData("descending", "desc")]
    public void A_direction(string text, string wire)
    {
        Assert.Equal(wire, ((SortDirection)text).Value);
        Assert.Equal($"\"{wire}\"", JsonValues.Write(JsonValues.Read($"\"{text}\"", SortDirectionJsonConverter.ReadValue), SortDirectionJsonConverter.WriteValue));
        Assert.Throws<FormatException>(() => (SortDirection)"up");
        Assert.Throws<JsonException>(() => JsonValues.Read("\"up\"", SortDirectionJsonConverter.ReadValue));
    }

    private static string Query(Action<QueryString, string> write)
    {
        var query = new QueryString();
        write(query, "t");
        return Uri.UnescapeDataString(query.ToString());
    }
}
