using System.Text.Json;
using AmoCrm.Sdk.Json;

namespace AmoCrm.Sdk.Dispatch;

internal static partial class Argument
{
    /// <summary>A type of entity, singular, plural or as its number.</summary>
    public static readonly ArgumentConverter<EntityType> EntityType = static (value, context) => new(Word(value, context));

    /// <summary>The place of custom fields: <c>leads</c>, <c>customers/segments</c>, <c>catalogs/123</c> …</summary>
    public static readonly ArgumentConverter<CustomFieldScope> CustomFieldScope = static (value, context) =>
    {
        Word(value, context);
        return Read(value, context, CustomFieldScopeJsonConverter.ReadValue, "a scope of custom fields");
    };

    /// <summary>Who made or took a call: a number is the id of a user, text a name.</summary>
    public static readonly ArgumentConverter<CallResponsible> CallResponsible = static (value, context) =>
        value.ValueKind is JsonValueKind.Number or JsonValueKind.String
            ? Read(value, context, CallResponsibleJsonConverter.ReadValue, "a person")
            : throw context.WrongKind(value, "the id of a user, or a name");

    /// <summary>The word <c>asc</c> or <c>desc</c>.</summary>
    public static readonly ArgumentConverter<SortDirection> SortDirection = static (value, context) =>
    {
        Word(value, context);
        return Read(value, context, SortDirectionJsonConverter.ReadValue, "a direction");
    };

    /// <summary>Unix seconds or ISO 8601 text; without an offset it is in the account's zone, empty it is the end of today.</summary>
    public static readonly ArgumentConverter<AccountTime> AccountTime = static (value, context) =>
        value.ValueKind is JsonValueKind.Number or JsonValueKind.String
            ? Read(value, context, AccountTimeJsonConverter.ReadValue, "a time")
            : throw context.WrongKind(value, "unix seconds or ISO 8601 text");

    /// <summary>Custom fields by code, id or exact name; an object, or that object as JSON text.</summary>
    public static readonly ArgumentConverter<CustomFieldInput> CustomFieldInput = static (value, context) =>
        Read(FromJsonText(value, context), context, CustomFieldInputJsonConverter.ReadValue, "custom fields: an object of values by code, id or name");

    /// <summary>A condition on custom fields.</summary>
    public static readonly ArgumentConverter<CustomFieldFilter> CustomFieldFilter = static (value, context) =>
        Structure(value, context, CustomFieldFilterJsonConverter.ReadValue, "a filter of custom fields");

    /// <summary><c>{"from", "to"}</c>, each unix seconds or ISO 8601 text.</summary>
    public static readonly ArgumentConverter<DateTimeRange> DateTimeRange = static (value, context) =>
        Structure(value, context, DateTimeRangeJsonConverter.ReadValue, "a range of times: an object of 'from' and 'to'");

    /// <summary><c>{"from", "to"}</c>, each a number.</summary>
    public static readonly ArgumentConverter<NumberRange> NumberRange = static (value, context) =>
        Structure(value, context, NumberRangeJsonConverter.ReadValue, "a range of numbers: an object of 'from' and 'to'");

    // Brackets in the keys of custom fields are part of their names; in a range or a filter they are the legacy form.
    private static T Structure<T>(JsonElement value, ArgumentContext context, JsonValueReader<T> read, string expected)
    {
        value = FromJsonText(value, context);
        if (value.ValueKind == JsonValueKind.Object)
        {
            value = BracketKey.Expand(value, context.Parameter);
        }

        return Read(value, context, read, expected);
    }
}
