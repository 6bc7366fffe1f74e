using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace AmoCrm.Sdk.Tests.Json;

/// <summary>The library's types in the options of somebody else, where nothing is found by reflection.</summary>
public sealed class JsonTypeInfoResolverTests
{
    // Options keep what they were once told, so each test has its own.
    private readonly JsonSerializerOptions _options = new() { TypeInfoResolver = AmoCrmJsonTypeInfoResolver.Default };

    [Fact]
    public void A_value_of_a_custom_field_is_read_and_written()
    {
        const string Json = """{"field_id":7,"field_name":"Position","field_code":"POSITION","field_type":"text","values":[{"value":"designer"}]}""";
        var info = (JsonTypeInfo<CustomFieldValue>)_options.GetTypeInfo(typeof(CustomFieldValue));

        var value = JsonSerializer.Deserialize(Json, info);

        Assert.Equal(7, Assert.IsType<TextFieldValue>(value).FieldId);
        Assert.True(JsonElement.DeepEquals(JsonDocument.Parse(Json).RootElement, JsonDocument.Parse(JsonSerializer.Serialize(value, info)).RootElement));
    }

    [Theory]
    [InlineData(typeof(AccountTime))]
    [InlineData(typeof(CallResponsible))]
    [InlineData(typeof(CustomFieldFilter))]
    [InlineData(typeof(CustomFieldInput))]
    [InlineData(typeof(CustomFieldScope))]
    [InlineData(typeof(CustomFieldValue))]
    [InlineData(typeof(CustomFieldValues))]
    [InlineData(typeof(DateTimeRange))]
    [InlineData(typeof(EntityType))]
    [InlineData(typeof(NumberRange))]
    [InlineData(typeof(SortDirection))]
    [InlineData(typeof(Lead))]
    [InlineData(typeof(NoteType))]
    [InlineData(typeof(CreateLeadResult))]
    public void A_type_of_a_model_s_member_is_known(Type type) =>
        Assert.Equal(type.GetCustomAttribute<JsonConverterAttribute>(inherit: false)!.ConverterType, _options.GetTypeInfo(type).Converter.GetType());

    [Fact]
    public void Types_of_others_are_left_to_them() => Assert.Null(AmoCrmJsonTypeInfoResolver.Default.GetTypeInfo(typeof(Uri), _options));
}
