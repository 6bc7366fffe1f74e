using System.Text;
using System.Text.Json;
using AmoCrm.Sdk.Json;

namespace AmoCrm.Sdk.Dispatch;

internal static partial class Argument
{
    /// <summary>A value of an open set of codes: any text but an empty one is taken, for amoCRM adds codes.</summary>
    public static ArgumentConverter<T> OpenEnum<T>(Func<string, T> make) => (value, context) => make(Word(value, context));

    /// <summary>A value of an open set of numbers: any whole number is taken, for amoCRM adds some.</summary>
    public static ArgumentConverter<T> OpenEnum<T>(Func<long, T> make) => (value, context) => make(Int64(value, context));

    /// <summary>A list. One value alone is a list of one; text with commas is a list of its parts unless the items are free text.</summary>
    public static ArgumentConverter<IReadOnlyList<T>> ListOf<T>(ArgumentConverter<T> item) => (value, context) =>
    {
        if (typeof(T) != typeof(string))
        {
            value = FromJsonText(value, context);
        }

        return value.ValueKind switch
        {
            JsonValueKind.Array => [.. value.EnumerateArray().Select((element, index) => Item(item, element, context.Item(index)))],
            JsonValueKind.String when typeof(T) != typeof(string) && value.GetString() is { } text && text.Contains(',', StringComparison.Ordinal) =>
                [.. text.Split(',', StringSplitOptions.TrimEntries).Select((part, index) => Item(item, JsonElements.FromText(part), context.Item(index)))],
            JsonValueKind.Object when IsNumbered(value) => [.. value.EnumerateObject().Select((member, index) => Item(item, member.Value, context.Item(index)))],
            _ => [Item(item, value, context)],
        };
    };

    /// <summary>An object as its JSON reader takes it, whatever members it has.</summary>
    public static ArgumentConverter<T> Model<T>(JsonValueReader<T> read) => (value, context) => Read(FromJsonText(value, context), context, read, "an object");

    /// <summary>An object with the members of a model. One that the model does not know is an error: amoCRM refuses or ignores what is misspelt.</summary>
    public static ArgumentConverter<T> Model<T>(JsonValueReader<T> read, Func<T, AdditionalData?> unknown) => (value, context) =>
    {
        var model = Read(FromJsonText(value, context), context, read, "an object");
        return unknown(model) is { Count: > 0 } members ? throw UnknownMember(members.First().Key, context) : model;
    };

    /// <summary>A filter or an order: nested JSON, or the legacy keys of a query string. A member that the model does not know is an error.</summary>
    public static ArgumentConverter<T> QueryModel<T>(JsonValueReader<T> read, Func<T, AdditionalData?> unknown) => (value, context) =>
    {
        value = FromJsonText(value, context);
        switch (value.ValueKind)
        {
            // The legacy default. It must not count as a filter, which is a paid option; and an empty list is the empty map of some languages.
            case JsonValueKind.Object when !value.EnumerateObject().Any():
            case JsonValueKind.Array when value.GetArrayLength() == 0:
                return default;
            case JsonValueKind.Object:
                break;
            default:
                throw context.WrongKind(value, "an object");
        }

        var model = Read(BracketKey.Expand(value, context.Parameter), context, read, "an object");
        if (unknown(model) is { Count: > 0 } members)
        {
            throw UnknownMember(members.First().Key, context);
        }

        return model;
    };

    private static T Item<T>(ArgumentConverter<T> item, JsonElement value, ArgumentContext context) =>
        item(value, context) is { } converted ? converted : throw context.WrongKind(value, "a value");

    // A template, a form or a command line can only give text: objects and lists may come as JSON text. It is parsed, never evaluated.
    private static JsonElement FromJsonText(JsonElement value, ArgumentContext context)
    {
        if (value.ValueKind != JsonValueKind.String || value.GetString()!.AsSpan().TrimStart() is not ['{' or '[', ..])
        {
            return value;
        }

        return JsonElements.TryParse(value.GetString()!, out var parsed, out var problem)
            ? parsed
            : throw context.Error($"is text that looks like JSON and is not valid: {problem}");
    }

    private static T Read<T>(JsonElement value, ArgumentContext context, JsonValueReader<T> read, string expected)
    {
        T? result;
        try
        {
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(value.GetRawText()));
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
        value.EnumerateObject().Any() && value.EnumerateObject().All(static member => member.Name.Length > 0 && member.Name.All(char.IsAsciiDigit));
}
