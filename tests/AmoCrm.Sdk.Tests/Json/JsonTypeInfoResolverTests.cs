using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace AmoCrm.Sdk.Tests.Json;

/// <summary>The library's types in the options of somebody else, where nothing is found by reflection.</summary>
public sealed class JsonTypeInfoResolverTests
{
    private static readonly JsonSerializerOptions Options = new() { TypeInfoResolver = AmoCrmJsonTypeInfoResolver.Default };

    [Fact]
    public void A_value_of_a_custom_field_is_read_and_written()
    {
        const string Json = """{"field_id":7,"field_name":"Position","field_code":"POSITION","field_type":"text","values":[{"value":"designer"}]}""";
        var info = (JsonTypeInfo<CustomFieldValue>)Options.GetTypeInfo(typeof(CustomFieldValue));

        var value = JsonSerializer.Deserialize(Json, info);

        Assert.Equal(7, Assert.IsType<TextFieldValue>(value).FieldId);
        Assert.True(JsonElement.DeepEquals(JsonDocument.Parse(Json).RootElement, JsonDocument.Parse(JsonSerializer.Serialize(value, info)).RootElement));
    }

    [Theory]
    [InlineData(typeof(CustomFieldValues))]
    [InlineData(typeof(CustomFieldInput))]
    [InlineData(typeof(EntityType))]
    [InlineData(typeof(Lead))]
    [InlineData(typeof(CreateLeadResult))]
    public void A_type_of_a_model_s_member_is_known(Type type) =>
        Assert.Equal(type, Options.GetTypeInfo(type).Type);
}
