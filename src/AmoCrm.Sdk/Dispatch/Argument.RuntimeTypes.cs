using System.Text.Json;
using AmoCrm.Sdk.Json;

namespace AmoCrm.Sdk.Dispatch;

internal static partial class Argument
{
    /// <summary>A type of entity, singular, plural or as its number.</summary>
    public static EntityType EntityType(JsonElement value, ArgumentContext context) => new(Word(value, context));

    /// <summary>The place of custom fields: <c>leads</c>, <c>customers/segments</c>, <c>catalogs/123</c> …</summary>
    public static CustomFieldScope CustomFieldScope(JsonElement value, ArgumentContext context)
    {
        Word(value, context);
        return Read(value, context, CustomFieldScopeJsonConverter.ReadValue, "a scope of custom fields");
    }

    /// <summary>Who made or took a call: a number is the id of a user, text a name.</summary>
    public static CallResponsible CallResponsible(JsonElement value, ArgumentContext context) =>
        value.ValueKind is JsonValueKind.Number or JsonValueKind.String
            ? Read(value, context, CallResponsibleJsonConverter.ReadValue, "a person")
            : throw context.WrongKind(value, "the id of a user, or a name");

    /// <summary>The word <c>asc</c> or <c>desc</c>.</summary>
    public static SortDirection SortDirection(JsonElement value, ArgumentContext context)
    {
        Word(value, context);
        return Read(value, context, SortDirectionJsonConverter.ReadValue, "a direction");
    }

    /// <summary>Unix seconds or ISO 8601 text; without an offset it is in the account's zone, empty it is the end of today.</summary>
    public static AccountTime AccountTime(JsonElement value, ArgumentContext context) =>
        value.ValueKind is JsonValueKind.Number or JsonValueKind.String
            ? Read(value, context, AccountTimeJsonConverter.ReadValue, "a time")
            : throw context.WrongKind(value, "unix seconds or ISO 8601 text");

    /// <summary>Custom fields by code, id or exact name; an object, or that object as JSON text.</summary>
    public static CustomFieldInput CustomFieldInput(JsonElement value, ArgumentContext context) =>
        Read(FromJsonText(value, context), context, CustomFieldInputJsonConverter.ReadValue, "custom fields: an object of values by code, id or name");

    /// <summary>A condition on custom fields.</summary>
    public static CustomFieldFilter CustomFieldFilter(JsonElement value, ArgumentContext context) =>
        Structure(value, context, CustomFieldFilterJsonConverter.ReadValue, "a filter of custom fields");

    /// <summary><c>{"from", "to"}</c>, each unix seconds or ISO 8601 text.</summary>
    public static DateTimeRange DateTimeRange(JsonElement value, ArgumentContext context) =>
        Structure(value, context, DateTimeRangeJsonConverter.ReadValue, "a range of times: an object of 'from' and 'to'");

    /// <summary><c>{"from", "to"}</c>, each a number.</summary>
    public static NumberRange NumberRange(JsonElement value, ArgumentContext context) =>
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
