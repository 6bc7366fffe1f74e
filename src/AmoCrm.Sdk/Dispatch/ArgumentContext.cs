using System.Text.Json;

namespace AmoCrm.Sdk.Dispatch;

/// <summary>Where an argument stands: what its errors are about.</summary>
/// <param name="Handler">The handler that is called.</param>
/// <param name="Parameter">The parameter that the argument is for.</param>
/// <param name="Path">The parameter's name, with the place inside it where there is one: <c>with[1]</c>.</param>
internal readonly record struct ArgumentContext(HandlerDescriptor Handler, HandlerParameter Parameter, string Path)
{
    public ArgumentContext Item(int index) => this with { Path = $"{Path}[{index}]" };

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
