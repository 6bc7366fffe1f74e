using AmoCrm.Sdk.Json;
using AmoCrm.Sdk.Tests.Json;

namespace AmoCrm.Sdk.Tests.CustomFields;

public sealed class CustomFieldValueTests
{
    [Theory]
    [InlineData("text")]
    [InlineData("textarea")]
    [InlineData("url")]
    [InlineData("streetaddress")]
    [InlineData("tracking_data")]
    public void Texts(string type)
    {
        Assert.Equal("Director", Assert.IsType<TextFieldValue>(Read(type, """[{"value":"Director"}]""")).Value);
    }

    [Theory]
    [InlineData("numeric", "\"12\"", "12")]
    [InlineData("numeric", "12.5", "12.5")]
    [InlineData("price", "\"1990.00\"", "1990.00")]
    [InlineData("monetary", "0", "0")]
    public void Numbers_that_come_as_text_or_as_numbers(string type, string value, string expected)
    {
        var number = Assert.IsType<NumberFieldValue>(Read(type, $$"""[{"value":{{value}}}]"""));

        Assert.Equal(expected, number.Value.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(expected, number.Text);
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("false", false)]
    [InlineData("\"1\"", true)]
    [InlineData("0", false)]
    public void Flags(string value, bool expected)
    {
        Assert.Equal(expected, Assert.IsType<FlagFieldValue>(Read("checkbox", $$"""[{"value":{{value}}}]""")).Value);
    }

    [Theory]
    [InlineData("date", "1600000000")]
    [InlineData("date_time", "\"1600000000\"")]
    [InlineData("birthday", "\"2020-09-13T15:26:40+03:00\"")]
    public void Dates(string type, string value)
    {
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1600000000), Assert.IsType<DateFieldValue>(Read(type, $$"""[{"value":{{value}}}]""")).Value);
    }

    [Theory]
    [InlineData("select")]
    [InlineData("radiobutton")]
    [InlineData("category")]
    public void One_choice(string type)
    {
        var choice = Assert.IsType<ChoiceFieldValue>(Read(type, """[{"value":"Paid","enum_id":1302893,"enum_code":"paid"}]""")).Choice;

        Assert.Equal(("Paid", 1302893, "paid"), (choice.Value, choice.EnumId, choice.EnumCode));
    }

    [Fact]
    public void Many_choices()
    {
        var value = Assert.IsType<ChoicesFieldValue>(Read("multiselect", """[{"value":"A","enum_id":1},{"value":"B","enum_id":2,"enum_code":null}]"""));

        Assert.Equal([1, 2], value.Choices.Select(choice => choice.EnumId));
        Assert.Equal("A, B", value.Text);
    }

    [Fact]
    public void Labelled_texts_with_the_new_and_the_old_key()
    {
        var value = Assert.IsType<MultitextFieldValue>(
            Read("multitext", """[{"value":"+7999","enum_id":1,"enum_code":"WORK"},{"value":"+7888","enum_id":3,"enum":"MOB"}]"""));

        Assert.Equal(["WORK", "MOB"], value.Items.Select(item => item.EnumCode));
        Assert.Equal("+7999", value.Text);
    }

    [Fact]
    public void Parts_of_an_address()
    {
        var value = Assert.IsType<MultitextFieldValue>(Read("smart_address", """[{"value":"Moscow","enum_id":3,"enum_code":"city"}]"""));

        Assert.Equal("city", Assert.Single(value.Items).EnumCode);
    }

    [Fact]
    public void Links()
    {
        var value = Assert.IsType<LinkFieldValue>(
            Read("linked_entity", """[{"value":{"name":"Ivan","entity_id":42,"entity_type":"contacts","catalog_id":null}}]"""));

        Assert.Equal((42, "Ivan", EntityType.Contacts, null), (value.Links[0].EntityId, value.Links[0].Name, value.Links[0].EntityType, value.Links[0].CatalogId));
    }

    [Fact]
    public void Objects_and_types_nobody_has_seen()
    {
        Assert.Equal("LLC", Assert.IsType<ObjectFieldValue>(Read("legal_entity", """[{"value":{"name":"LLC","vat_id":"77"}}]""")).Value!.Value.GetProperty("name").GetString());
        Assert.Equal(5, Assert.IsType<ObjectFieldValue>(Read("chained_list", """[{"catalog_id":5,"catalog_element_id":6}]""")).Value!.Value.GetProperty("catalog_id").GetInt32());
        Assert.Equal("x", Assert.IsType<ObjectFieldValue>(Read("hologram", """[{"value":"x"}]""")).Text);
    }

    [Theory]
    [InlineData("numeric", """[{"value":"a dozen"}]""")]
    [InlineData("numeric", """[{"value":1},{"value":2}]""")]
    [InlineData("text", """[{"value":5}]""")]
    [InlineData("text", """[{"value":"a","extra":1}]""")]
    [InlineData("text", "[]")]
    [InlineData("checkbox", """[{"value":"maybe"}]""")]
    [InlineData("date", """[{"value":{"y":2020}}]""")]
    [InlineData("select", "[1,2]")]
    [InlineData("select", """[{"value":"A"},{"value":"B"}]""")]
    [InlineData("multitext", """[{"value":{"x":1}}]""")]
    [InlineData("linked_entity", """[{"value":{"name":"no id"}}]""")]
    [InlineData("linked_entity", """[{"value":{"entity_id":1,"entity_type":"contact"}}]""")]
    public void A_value_that_does_not_look_like_its_type_is_kept_as_it_came(string type, string values)
    {
        var value = Assert.IsType<ObjectFieldValue>(Read(type, values));

        Assert.Equal(values, value.Values!.Value.GetRawText());
        Assert.Equal(new CustomFieldType(type), value.FieldType);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("false")]
    [InlineData("{}")]
    public void Values_that_are_no_array_are_kept_too(string values)
    {
        Assert.IsType<ObjectFieldValue>(Read("text", values));
    }

    [Fact]
    public void The_type_may_come_after_the_values()
    {
        var value = JsonValues.Read("""{"values":[{"value":true}],"field_id":269471,"field_type":"checkbox"}""", CustomFieldValueJsonConverter.ReadValue);

        Assert.True(Assert.IsType<FlagFieldValue>(value).Value);
        Assert.Equal(269471, value!.FieldId);
    }

    [Theory]
    [InlineData("""{"field_id":3,"field_name":"Phone","field_code":"PHONE","field_type":"multitext","values":[{"value":"+7","enum_id":1,"enum":"WORK"}]}""")]
    [InlineData("""{"field_id":3,"field_type":"multitext","values":[{"value":"+7","enum_id":1,"enum_code":"WORK","enum":"OLD"}]}""")]
    [InlineData("""{"field_id":3,"field_type":"numeric","values":[{"value":"0012.50"}]}""")]
    [InlineData("""{"field_id":3,"field_type":"numeric","values":[{"value":1E3}]}""")]
    [InlineData("""{"field_id":3,"field_type":"numeric","values":[{"value":12.50}]}""")]
    [InlineData("""{"field_id":3,"field_type":"checkbox","values":[{"value":"1"}]}""")]
    [InlineData("""{"field_id":3,"field_type":"checkbox","values":[{"value":0}]}""")]
    [InlineData("""{"field_id":3,"field_type":"date","values":[{"value":"2020-09-13T15:26:40+03:00"}]}""")]
    [InlineData("""{"field_id":3,"field_type":"date","values":[{"value":1600000000}]}""")]
    [InlineData("""{"field_id":3,"field_type":"select","values":[{"value":"A","enum_id":1,"hue":"red"}]}""")]
    [InlineData("""{"field_id":3,"field_type":"multiselect","values":[]}""")]
    [InlineData("""{"field_id":3,"field_type":"linked_entity","values":[{"value":{"name":"N","entity_id":1,"entity_type":"companies","catalog_id":5,"x":1}}]}""")]
    [InlineData("""{"field_id":3,"field_type":"items","values":[{"value":{"sku":"A","quantity":5.0}}]}""")]
    [InlineData("""{"field_id":3,"field_type":"text","values":null}""")]
    [InlineData("""{"field_id":3,"field_type":"text","values":[{"value":"a"}],"is_computed":true}""")]
    public void What_came_is_what_is_written(string json)
    {
        var value = JsonValues.Read(json, CustomFieldValueJsonConverter.ReadValue)!;

        // 1E3 is a number and written as one: the spelling of a JSON number is the only thing that may change.
        Assert.Equal(json.Replace("1E3", "1000", StringComparison.Ordinal), JsonValues.Compact(JsonValues.Write(value, CustomFieldValueJsonConverter.WriteValue)));
    }

    [Fact]
    public void A_changed_copy_is_written_with_its_new_value()
    {
        var value = (NumberFieldValue)Read("numeric", """[{"value":"12"}]""");

        Assert.Equal(
            """{"field_id":5,"field_type":"numeric","values":[{"value":13}]}""",
            JsonValues.Write(value with { Value = 13 }, CustomFieldValueJsonConverter.WriteValue));
    }

    [Fact]
    public void Values_stay_out_of_logs()
    {
        var value = Read("multitext", """[{"value":"+79991234567","enum_code":"WORK"}]""");

        Assert.Equal("MultitextFieldValue { FieldId = 5, FieldCode =  }", value.ToString());
        Assert.DoesNotContain("7999", ((MultitextFieldValue)value).Items[0].ToString(), StringComparison.Ordinal);
    }

    private static CustomFieldValue Read(string type, string values) => JsonValues.Read(
        $$"""{"field_id":5,"field_type":"{{type}}","values":{{values}}}""", CustomFieldValueJsonConverter.ReadValue)!;
}
