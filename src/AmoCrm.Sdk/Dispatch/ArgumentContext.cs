using System.Text.Json;

namespace AmoCrm.Sdk.Dispatch;

/// <summary>Where an argument stands: what its errors are about. The path is text only when an error needs it.</summary>
/// <param name="Handler">The handler that is called.</param>
/// <param name="Parameter">The parameter that the argument is for.</param>
/// <param name="Prefix">The place of the object that has the parameter: nothing, or <c>items[3].</c> in a batch.</param>
/// <param name="Index">The place inside the parameter, when it is a list.</param>
internal readonly record struct ArgumentContext(HandlerDescriptor Handler, HandlerParameter Parameter, string Prefix = "", int? Index = null)
{
    /// <summary>The parameter's name with its place: <c>with[1]</c>, <c>items[3].name</c>.</summary>
    public string Path => Index is { } index ? $"{Prefix}{Parameter.Name}[{index}]" : Prefix + Parameter.Name;

    public ArgumentContext Item(int index) => this with { Index = index };

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
