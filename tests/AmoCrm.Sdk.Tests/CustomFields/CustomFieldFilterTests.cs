using System.Text.Json;
using AmoCrm.Sdk.Json;
using AmoCrm.Sdk.Tests.Json;
using AmoCrm.Sdk.Transport;

namespace AmoCrm.Sdk.Tests.CustomFields;

public sealed class CustomFieldFilterTests
{
    [Fact]
    public void Conditions_are_written_as_amoCRM_reads_them()
    {
        CustomFieldFilter filter = new()
        {
            [1] = CustomFieldFilterValue.AnyOf("a", "b c"),
            [2] = true,
            [3] = new NumberRange(10, 20.5m),
            [4] = new DateTimeRange(DateTimeOffset.FromUnixTimeSeconds(1600000000)),
            [5] = CustomFieldFilterValue.AnyOf(7, 8),
            [6] = "x",
            [7] = 9L,
            [8] = 1.5m,
        };

        Assert.Equal(
            "f[1][]=a&f[1][]=b c&f[2][]=1&f[3][from]=10&f[3][to]=20.5&f[4][from]=1600000000&f[5][]=7&f[5][]=8&f[6][]=x&f[7][]=9&f[8][]=1.5",
            Query(filter));
        Assert.Equal(8, filter.Count);
    }

    [Theory]
    [InlineData("""{"1":"a"}""", "f[1][]=a")]
    [InlineData("""{"1":["a",5]}""", "f[1][]=a&f[1][]=5")]
    [InlineData("""{"1":false}""", "f[1][]=0")]
    [InlineData("""{"1":{"from":1,"to":"2"}}""", "f[1][from]=1&f[1][to]=2")]
    [InlineData("""{"1":{"from":"2020-09-13T12:26:40Z"}}""", "f[1][from]=1600000000")]
    [InlineData("{}", "")]
    public void Dynamic_calls_give_an_object_by_id(string json, string query)
    {
        var filter = JsonValues.Read(json, CustomFieldFilterJsonConverter.ReadValue)!;

        Assert.Equal(query, Query(filter));
        // What is written reads the same.
        Assert.Equal(query, Query(JsonValues.Read(JsonValues.Write(filter, CustomFieldFilterJsonConverter.WriteValue), CustomFieldFilterJsonConverter.ReadValue)!));
    }

    [Theory]
    [InlineData("""{"PHONE":"a"}""")]
    [InlineData("""{"0":"a"}""")]
    [InlineData("""{"1":null}""")]
    [InlineData("""{"1":{"since":1}}""")]
    [InlineData("""{"1":[{"a":1}]}""")]
    [InlineData("[]")]
    public void What_cannot_be_meant_is_refused(string json)
    {
        Assert.Throws<JsonException>(() => JsonValues.Read(json, CustomFieldFilterJsonConverter.ReadValue));
    }

    private static string Query(CustomFieldFilter filter)
    {
        var query = new QueryString();
        filter.WriteQuery(query, "f");
        return Uri.UnescapeDataString(query.ToString());
    }
}
