using AmoCrm.Sdk.Dispatch;
using AmoCrm.Sdk.Engine;
using AmoCrm.Sdk.Fuzzing.Oracles;
using Microsoft.Extensions.Time.Testing;

namespace AmoCrm.Sdk.Fuzzing.Targets;

/// <summary>The templates of a step: <c>{"params": {}, "context": {}}</c>. What was put in is never looked at again, and what was given stays as it is.</summary>
internal sealed class TemplatesTarget : FuzzTarget
{
    private const string Trap = "second_pass";
    private const string Caught = "caught-in-a-second-pass";

    // Params and context, one in the other, are less than a writer of .NET lets through.
    private const int Deepest = 400;

    private static readonly EngineOptions Options = new() { TimeProvider = new FakeTimeProvider(FuzzClient.Now) };

    public override string Name => "templates";

    public override IReadOnlyList<GrowingInput> Growing =>
    [
        Text("open braces", static size => new string('{', size)),
        Text("open names", static size => GrowingInput.Repeat("{a", size)),
        Text("open indexes", static size => "{a" + new string('[', size)),
        Text("many indexes", static size => "{a" + GrowingInput.Repeat("[0]", size) + "}"),
        Text("long path", static size => "{" + GrowingInput.Repeat("a.", size) + "a}"),
        Text("blanks", static size => "{" + new string(' ', size)),
        Text("placeholders", static size => GrowingInput.Repeat("{{a}}", size)),
        Text("JSON with placeholders", static size => "[" + GrowingInput.Repeat("\\\"{a}\\\",", size) + "1]"),
    ];

    public override ValueTask RunAsync(byte[] input)
    {
        // What cannot become nodes is AmoCrmEngine's business, which the target "steps" looks at.
        if (JsonTexts.ParseObject(input, Deepest) is { } scene && !JsonFaults.IsNoNode(JsonTexts.Parse(input)!.Value) && scene["params"] is JsonObject parameters && scene["context"] is JsonObject context)
        {
            Check(parameters, context);
        }

        return ValueTask.CompletedTask;
    }

    private static void Check(JsonObject parameters, JsonObject context)
    {
        var given = parameters.ToJsonString();
        if (given.Contains(Trap, StringComparison.Ordinal) || given.Contains(Caught, StringComparison.Ordinal))
        {
            return;
        }

        var trapped = (JsonObject)WithTraps(context)!;
        trapped[Trap] = Caught;
        var resolved = JsonElements.ToNode(JsonElements.Write(
            (parameters, new TemplateScope(trapped, Options)), static (writer, state) => TemplateWriter.WriteObject(writer, state.parameters, state.Item2)))!.ToJsonString();
        FuzzFailureException.ThrowUnless(!resolved.Contains(Caught, StringComparison.Ordinal), "What was put in is not looked at again.");
        FuzzFailureException.ThrowUnless(parameters.ToJsonString() == given, "The params that were given stay as they are.");
        FuzzFailureException.ThrowUnless(HasBrace(parameters) || resolved == given, "Without a brace in a text nothing changes.");
    }

    private static bool HasBrace(JsonNode? node) => node switch
    {
        JsonObject members => members.Any(static member => HasBrace(member.Value)),
        JsonArray items => items.Any(HasBrace),
        JsonValue value => value.GetValueKind() == JsonValueKind.String && value.GetValue<string>().Contains('{', StringComparison.Ordinal),
        _ => false,
    };

    private static JsonNode? WithTraps(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members.Select(static member => KeyValuePair.Create(member.Key, WithTraps(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(WithTraps)]),
        JsonValue value when value.GetValueKind() == JsonValueKind.String => JsonValue.Create(value.GetValue<string>() + $"{{{Trap}}}{{{{{Trap}}}}}"),
        _ => node?.DeepClone(),
    };

    private static GrowingInput Text(string name, Func<int, string> make) =>
        new(name, size => $$$"""{"params":{"text":"{{{make(size)}}}"},"context":{"a":"x"}}""");
}
