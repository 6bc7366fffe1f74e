using System.Text.Json;
using AmoCrm.Sdk.Json;
using AmoCrm.Sdk.Tests.Json;

namespace AmoCrm.Sdk.Tests.CustomFields;

public sealed class CustomFieldInputTests
{
    [Fact]
    public void It_is_written_down_as_one_would_say_it()
    {
        CustomFieldInput input = new()
        {
            ["POSITION"] = "CEO",
            [4711] = 12.5m,
            ["Город"] = CustomFieldInputValue.Enum("Москва"),
            ["PHONE"] = CustomFieldInputValue.Multitext(("+7999", "MOB")),
            ["VIP"] = true,
            ["BORN"] = DateTimeOffset.FromUnixTimeSeconds(1600000000),
            ["OLD"] = null,
        };

        Assert.Equal(
            """{"POSITION":[{"value":"CEO"}],"4711":[{"value":12.5}],"Город":[{"value":"Москва"}],"PHONE":[{"value":"+7999","enum_code":"MOB"}],"VIP":[{"value":true}],"BORN":[{"value":1600000000}],"OLD":null}""",
            Write(input));
        Assert.Equal("POSITION, 4711, Город, PHONE, VIP, BORN, OLD", input.ToString());
    }

    [Theory]
    [InlineData("""{"POSITION":"CEO"}""", """{"POSITION":[{"value":"CEO"}]}""")]
    [InlineData("""{"4711":12.5,"4712":7}""", """{"4711":[{"value":12.5}],"4712":[{"value":7}]}""")]
    [InlineData("""{"VIP":false}""", """{"VIP":[{"value":false}]}""")]
    [InlineData("""{"X":null}""", """{"X":null}""")]
    [InlineData("""{"X":[]}""", """{"X":null}""")]
    [InlineData("""{"PHONE":["+7","+8"]}""", """{"PHONE":[{"value":"+7"},{"value":"+8"}]}""")]
    [InlineData("""{"PHONE":{"value":"+7","enum_code":"MOB"}}""", """{"PHONE":[{"value":"+7","enum_code":"MOB"}]}""")]
    [InlineData("""{"PHONE":[{"value":"+7","enum":"MOB"}]}""", """{"PHONE":[{"value":"+7","enum_code":"MOB"}]}""")]
    [InlineData("""{"CITY":{"enum_id":5}}""", """{"CITY":[{"enum_id":5}]}""")]
    [InlineData("""{"LEGAL":{"name":"LLC","vat_id":"77"}}""", """{"LEGAL":[{"value":{"name":"LLC","vat_id":"77"}}]}""")]
    [InlineData("""{"CHAIN":{"catalog_id":1,"catalog_element_id":2}}""", """{"CHAIN":[{"catalog_id":1,"catalog_element_id":2}]}""")]
    [InlineData("""[{"field_code":"PHONE","values":[{"value":"+7","enum_code":"WORK"}]}]""", """{"PHONE":[{"value":"+7","enum_code":"WORK"}]}""")]
    [InlineData("""[{"field_id":"17","field_name":"N","field_type":"text","field_code":null,"values":null}]""", """{"17":null}""")]
    [InlineData("""[{"field_id":17,"field_code":"C","values":[{"value":1}]}]""", """{"17":[{"value":1}]}""")]
    [InlineData("{}", "{}")]
    [InlineData("[]", "{}")]
    public void Dynamic_calls_give_an_object_by_key_or_amoCRMs_own_array(string json, string expected)
    {
        Assert.Equal(expected, Write(Read(json)!));
    }

    [Theory]
    [InlineData("5", "object")]
    [InlineData("\"PHONE\"", "object")]
    [InlineData("""{"X":1,"X":2}""", "'X' is given twice")]
    [InlineData("""[{"field_id":1,"values":null},{"field_id":"1","values":null}]""", "'1' is given twice")]
    [InlineData("""{"X":""}""", "null to clear")]
    [InlineData("""{"X":{"value":""}}""", "null to clear")]
    [InlineData("""{"X":[[1]]}""", "'X'")]
    [InlineData("""{"X":[null]}""", "'X'")]
    [InlineData("""{" ":1}""", "empty")]
    [InlineData("""[5]""", "field_id or field_code")]
    [InlineData("""[{"values":[]}]""", "field_id or field_code")]
    [InlineData("""[{"field_id":1}]""", "values")]
    [InlineData("""[{"field_id":0,"values":[]}]""", "positive")]
    [InlineData("""[{"field_id":1,"values":"x"}]""", "array")]
    [InlineData("""[{"field_id":1,"values":[],"foo":1}]""", "'foo'")]
    [InlineData("""{"X":"\ud800"}""", "Unicode")]
    public void What_cannot_be_meant_is_refused_with_the_reason(string json, string reason)
    {
        Assert.Contains(reason, Assert.Throws<JsonException>(() => Read(json)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_text_would_be_ignored_by_amoCRM_and_is_refused()
    {
        Assert.Contains("null to clear", Assert.Throws<ArgumentException>(() => new CustomFieldInput { ["X"] = "" }).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => CustomFieldInputValue.Multitext(("", "WORK")));
        Assert.Throws<ArgumentOutOfRangeException>(() => CustomFieldInputValue.EnumId(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CustomFieldInput { [0] = "x" });
        Assert.Throws<ArgumentException>(() => new CustomFieldInput { [" "] = "x" });
    }

    [Fact]
    public void Adding_a_key_twice_is_an_error_and_setting_it_twice_replaces()
    {
        var input = new CustomFieldInput { { "X", 1 } };

        Assert.Throws<ArgumentException>(() => input.Add("X", 2));
        input["X"] = 3;

        Assert.Equal("""{"X":[{"value":3}]}""", Write(input));
        Assert.True(input.ContainsKey("X"));
    }

    [Fact]
    public void Links_and_ids_have_their_own_makers()
    {
        CustomFieldInput input = new()
        {
            ["A"] = CustomFieldInputValue.Link(5, 6),
            ["B"] = CustomFieldInputValue.Link("company", 7),
            ["C"] = CustomFieldInputValue.EnumIds(1, 2),
            ["D"] = CustomFieldInputValue.Texts("a", "b"),
            ["E"] = CustomFieldInputValue.EnumCode("paid"),
        };

        Assert.Equal(
            """{"A":[{"value":{"entity_id":6,"entity_type":"catalog_elements","catalog_id":5}}],"B":[{"value":{"entity_id":7,"entity_type":"companies"}}],"C":[{"enum_id":1},{"enum_id":2}],"D":[{"value":"a"},{"value":"b"}],"E":[{"enum_code":"paid"}]}""",
            Write(input));
    }

    private static CustomFieldInput? Read(string json) => JsonValues.Read(json, CustomFieldInputJsonConverter.ReadValue);

    private static string Write(CustomFieldInput input) => JsonValues.Write(input, CustomFieldInputJsonConverter.WriteValue);
}
