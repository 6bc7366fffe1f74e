using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using AmoCrm.Sdk.Json;

namespace AmoCrm.Sdk;

public sealed partial class AmoCrmJsonTypeInfoResolver
{
    private static Func<JsonSerializerOptions, JsonTypeInfo> Model<T>()
        where T : class, IJsonModel<T> =>
        static options => JsonMetadataServices.CreateValueInfo<T>(options, new ModelJsonConverter<T>());

    private static Func<JsonSerializerOptions, JsonTypeInfo> StringEnum<T>()
        where T : struct, IOpenEnum<T, string> =>
        static options => JsonMetadataServices.CreateValueInfo<T>(options, new StringEnumJsonConverter<T>());

    private static Func<JsonSerializerOptions, JsonTypeInfo> IntegerEnum<T>()
        where T : struct, IOpenEnum<T, long> =>
        static options => JsonMetadataServices.CreateValueInfo<T>(options, new IntegerEnumJsonConverter<T>());

    /// <summary>The types that models have members of and no manifest declares.</summary>
    private static JsonTypeInfo? GetHandWritten(Type type, JsonSerializerOptions options) =>
        For<AccountTime>(type, options, static () => new AccountTimeJsonConverter())
        ?? For<CallResponsible>(type, options, static () => new CallResponsibleJsonConverter())
        ?? For<CustomFieldFilter>(type, options, static () => new CustomFieldFilterJsonConverter())
        ?? For<CustomFieldInput>(type, options, static () => new CustomFieldInputJsonConverter())
        ?? For<CustomFieldScope>(type, options, static () => new CustomFieldScopeJsonConverter())
        ?? For<CustomFieldValue>(type, options, static () => new CustomFieldValueJsonConverter())
        ?? For<CustomFieldValues>(type, options, static () => new CustomFieldValuesJsonConverter())
        ?? For<DateTimeRange>(type, options, static () => new DateTimeRangeJsonConverter())
        ?? For<EntityType>(type, options, static () => new EntityTypeJsonConverter())
        ?? For<NumberRange>(type, options, static () => new NumberRangeJsonConverter())
        ?? For<SortDirection>(type, options, static () => new SortDirectionJsonConverter());

#pragma warning disable CA1859 // The chain above wants one type.
    private static JsonTypeInfo? For<T>(Type type, JsonSerializerOptions options, Func<JsonConverter<T>> converter) =>
        type == typeof(T) ? JsonMetadataServices.CreateValueInfo<T>(options, converter()) : null;
#pragma warning restore CA1859
}
