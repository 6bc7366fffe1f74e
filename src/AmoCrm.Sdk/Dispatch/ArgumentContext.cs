using System.Text.Json;

namespace AmoCrm.Sdk.Dispatch;

/// <summary>Where an argument stands: what its errors are about. The path is text only when an error needs it.</summary>
/// <param name="handler">The handler that is called.</param>
/// <param name="parameter">The parameter that the argument is for.</param>
/// <param name="prefix">The place of the object that has the parameter: nothing, or <c>items[3].</c> in a batch.</param>
/// <param name="index">The place inside the parameter, when it is a list.</param>
internal readonly struct ArgumentContext(HandlerDescriptor handler, HandlerParameter parameter, string prefix = "", int? index = null)
{
    public HandlerDescriptor Handler => handler;

    public HandlerParameter Parameter => parameter;

    /// <summary>The parameter's name with its place: <c>with[1]</c>, <c>items[3].name</c>.</summary>
    public string Path => index is { } place ? $"{prefix}{Parameter.Name}[{place}]" : prefix + Parameter.Name;

    public ArgumentContext Item(int place) => new(handler, parameter, prefix, place);

    /// <summary>The value is not what the parameter takes. The message tells its kind only: a value may be anybody's personal data.</summary>
    public AmoCrmArgumentException WrongKind(JsonElement value, string expected) =>
        Error($"must be {expected}, not {Describe(value)}");

    public AmoCrmArgumentException Error(string problem) =>
        new(Handler.Name, Parameter.Name, $"'{Path}' {problem}.");

    private static string Describe(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String when value.ValueEquals(""u8) => "empty text",
        JsonValueKind.String => "this text",
        JsonValueKind.Number => "this number",
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => "null",
    };
}
