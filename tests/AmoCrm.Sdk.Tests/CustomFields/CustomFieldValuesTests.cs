using System.Text.Json;
using AmoCrm.Sdk.Json;
using AmoCrm.Sdk.Tests.Json;

namespace AmoCrm.Sdk.Tests.CustomFields;

public sealed class CustomFieldValuesTests
{
    private const string Sample = """
        [
          {"field_id":1,"field_name":"Phone","field_code":"PHONE","field_type":"multitext","values":[{"value":"+7999","enum_id":1,"enum_code":"WORK"}]},
          {"field_id":2,"field_name":"E-mail","field_code":"EMAIL","field_type":"multitext","values":[{"value":"a@example.org","enum_id":4,"enum_code":"PRIV"}]},
          {"field_id":3,"field_name":"PHONE","field_code":null,"field_type":"text","values":[{"value":"a field named as another's code"}]},
          {"field_id":4,"field_name":"Budget","field_code":null,"field_type":"numeric","values":[{"value":"12.5"}]},
          {"field_id":5,"field_name":"VIP","field_code":"VIP","field_type":"checkbox","values":[{"value":true}]},
          {"field_id":6,"field_name":"Since","field_code":null,"field_type":"date","values":[{"value":1600000000}]},
          {"field_id":7,"field_name":"City","field_code":null,"field_type":"select","values":[{"value":"Moscow","enum_id":9}]}
        ]
        """;

    private readonly CustomFieldValues _fields = JsonValues.Read(Sample, CustomFieldValuesJsonConverter.ReadValue)!;

    [Fact]
    public void A_field_is_found_by_code_before_name_and_by_id()
    {
        Assert.Equal(7, _fields.Count);
        Assert.Equal(1, _fields["PHONE"]!.FieldId);
        Assert.Equal(4, _fields["Budget"]!.FieldId);
        Assert.Equal("Budget", _fields[4]!.FieldName);
        Assert.Null(_fields["budget"]);
        Assert.Null(_fields[99]);
    }

    [Fact]
    public void Values_are_read_by_their_kind()
    {
        Assert.Equal("+7999", _fields.GetText("PHONE"));
        Assert.Equal(12.5m, _fields.GetNumber("Budget"));
        Assert.Equal(12.5m, _fields.GetNumber(4));
        Assert.True(_fields.GetFlag("VIP"));
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1600000000), _fields.GetDate("Since"));
        Assert.Equal(9, Assert.Single(_fields.GetItems("City")).EnumId);
        Assert.Equal("+7999", Assert.Single(_fields.Phones).Value);
        Assert.Equal("PRIV", Assert.Single(_fields.Emails).EnumCode);
        Assert.Null(_fields.GetNumber("PHONE"));
        Assert.Null(_fields.GetText("none"));
        Assert.Empty(_fields.GetItems("none"));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("false")]
    public void A_fresh_entity_has_null(string json)
    {
        Assert.Null(JsonValues.Read(json, CustomFieldValuesJsonConverter.ReadValue));
    }

    [Fact]
    public void An_object_with_numeric_keys_is_a_list_too()
    {
        var fields = JsonValues.Read("""{"0":{"field_id":1,"field_type":"text","values":[{"value":"a"}]}}""", CustomFieldValuesJsonConverter.ReadValue);

        Assert.Equal("a", fields!.GetText(1));
    }

    [Fact]
    public void A_serializer_with_options_of_its_own_can_hold_them()
    {
        var json = JsonSerializer.Serialize(_fields);

        Assert.Equal(7, JsonSerializer.Deserialize<CustomFieldValues>(json)!.Count);
        Assert.IsType<NumberFieldValue>(JsonSerializer.Deserialize<CustomFieldValue>("""{"field_id":4,"field_type":"numeric","values":[{"value":1}]}"""));
    }
}
