using System.Text.Json;
using AmoCrm.Sdk.Json;

namespace AmoCrm.Sdk.Dispatch;

internal static partial class Argument
{
    /// <summary>A list. One value alone is a list of one; text with commas is a list of its parts unless the items are free text.</summary>
    public static IReadOnlyList<T> List<T>(JsonElement value, ArgumentContext context, ArgumentConverter<T> item)
    {
        if (typeof(T) != typeof(string) && value.ValueKind == JsonValueKind.String)
        {
            value = FromListText(value, context);
        }

        return value.ValueKind switch
        {
            JsonValueKind.Array => Elements(value, context, item),
            JsonValueKind.Object when IsNumbered(value) => Values(value, context, item),
            _ => [Item(item, value, context)],
        };
    }

    /// <summary>A list of values of an open enum.</summary>
    public static IReadOnlyList<T> StringEnumList<T>(JsonElement value, ArgumentContext context)
        where T : struct, IOpenEnum<T, string> =>
        List<T>(value, context, StringEnum<T>);

    /// <summary>A list of objects with the members of a model.</summary>
    public static IReadOnlyList<T> ModelList<T>(JsonElement value, ArgumentContext context)
        where T : class, IJsonModel<T>, IKeepsUnknown =>
        List<T>(value, context, Model<T>);

    /// <summary>An object as its JSON reader takes it, whatever members it has.</summary>
    public static T Model<T>(JsonElement value, ArgumentContext context, JsonValueReader<T> read) => Read(FromJsonText(value, context), context, read, "an object");

    /// <summary>An object with the members of a model. One that the model does not know is an error: amoCRM refuses or ignores what is misspelt.</summary>
    public static T Model<T>(JsonElement value, ArgumentContext context)
        where T : class, IJsonModel<T>, IKeepsUnknown =>
        WithoutUnknown(Model(value, context, JsonModel<T>.Reader), context);

    /// <summary>A filter or an order: nested JSON, or the legacy keys of a query string. A member that the model does not know is an error.</summary>
    public static T? QueryModel<T>(JsonElement value, ArgumentContext context)
        where T : class, IJsonModel<T>, IKeepsUnknown
    {
        value = FromJsonText(value, context);
        switch (value.ValueKind)
        {
            // The legacy default. It must not count as a filter, which is a paid option; and an empty list is the empty map of some languages.
            case JsonValueKind.Object when IsEmpty(value):
            case JsonValueKind.Array when value.GetArrayLength() == 0:
                return null;
            case JsonValueKind.Object:
                break;
            default:
                throw context.WrongKind(value, "an object");
        }

        return WithoutUnknown(Read(BracketKey.Expand(value, context.Parameter), context, JsonModel<T>.Reader, "an object"), context);
    }

    private static T WithoutUnknown<T>(T model, ArgumentContext context)
        where T : IKeepsUnknown =>
        model.AdditionalData is { Count: > 0 } members ? throw UnknownMember(members.First().Key, context) : model;

    private static T[] Elements<T>(JsonElement list, ArgumentContext context, ArgumentConverter<T> item)
    {
        var items = new T[list.GetArrayLength()];
        var index = 0;
        foreach (var element in list.EnumerateArray())
        {
            items[index] = Item(item, element, context.Item(index));
            index++;
        }

        return items;
    }

    private static List<T> Values<T>(JsonElement numbered, ArgumentContext context, ArgumentConverter<T> item)
    {
        var items = new List<T>();
        foreach (var member in numbered.EnumerateObject())
        {
            items.Add(Item(item, member.Value, context.Item(items.Count)));
        }

        return items;
    }

    private static T Item<T>(ArgumentConverter<T> item, JsonElement value, ArgumentContext context) =>
        item(value, context) is { } converted ? converted : throw context.WrongKind(value, "a value");

    // A template, a form or a command line can only give text: objects and lists may come as JSON text. It is parsed, never evaluated.
    private static JsonElement FromJsonText(JsonElement value, ArgumentContext context) =>
        value.ValueKind == JsonValueKind.String && value.GetString() is { } text && LooksLikeJson(text) ? Parse(text, context) : value;

    private static JsonElement FromListText(JsonElement value, ArgumentContext context)
    {
        var text = value.GetString()!;
        if (LooksLikeJson(text))
        {
            return Parse(text, context);
        }

        return text.Contains(',', StringComparison.Ordinal) ? JsonElements.FromTexts(text.Split(',', StringSplitOptions.TrimEntries)) : value;
    }

    private static bool LooksLikeJson(string text) => text.AsSpan().TrimStart() is ['{' or '[', ..];

    private static JsonElement Parse(string text, ArgumentContext context) =>
        JsonElements.TryParse(text, out var parsed, out var problem)
            ? parsed
            : throw context.Error($"is text that looks like JSON and is not valid: {problem}");

    private static T Read<T>(JsonElement value, ArgumentContext context, JsonValueReader<T> read, string expected)
    {
        T? result;
        try
        {
            var reader = new Utf8JsonReader(JsonElements.GetUtf8(value));
            reader.Read();
            result = read(ref reader);
        }
        catch (Exception exception) when (exception is JsonException or FormatException)
        {
            throw context.Error($"cannot be read as {expected}: {exception.Message.TrimEnd('.')}");
        }

        return result is null ? throw context.WrongKind(value, expected) : result;
    }

    private static AmoCrmArgumentException UnknownMember(string name, ArgumentContext context)
    {
        var members = ParameterSchema.Members(context.Handler, context.Parameter.Name);
        var allowed = members.Count > 0 ? $" It takes: {string.Join(", ", members)}." : "";
        return new AmoCrmArgumentException(
            context.Handler.Name, context.Parameter.Name, $"'{context.Path}' has no member '{name}'.{NameSuggestion.For(name, members)}{allowed}");
    }

    private static bool IsNumbered(JsonElement value) =>
        !IsEmpty(value) && value.EnumerateObject().All(static member => member.Name.Length > 0 && member.Name.All(char.IsAsciiDigit));

    private static bool IsEmpty(JsonElement value)
    {
        using var members = value.EnumerateObject();
        return !members.MoveNext();
    }
}
