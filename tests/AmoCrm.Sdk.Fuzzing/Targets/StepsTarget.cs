using AmoCrm.Sdk.Engine;
using AmoCrm.Sdk.Fuzzing.Oracles;

namespace AmoCrm.Sdk.Fuzzing.Targets;

/// <summary>Steps of a scenario: <c>{"step": {"type", "params"}, "context": {}}</c>. Whatever the params are, the envelope tells.</summary>
internal sealed class StepsTarget : FuzzTarget
{
    public override string Name => "steps";

    public override IReadOnlyList<GrowingInput> Growing =>
    [
        new("deep params", static size => $$$"""{"step":{"type":"amocrm_get_company","params":{{{GrowingInput.Repeat("{\"a\":", Math.Min(size, 4000))}}}1{{{new string('}', Math.Min(size, 4000) / 5)}}}},"context":{}}"""),
        new("many placeholders", static size => $$$"""{"step":{"type":"amocrm_get_company","params":{"company_id":"{{{GrowingInput.Repeat("{a} ", size)}}}"}},"context":{"a":1}}"""),
        new("deep brackets", static size => $$$"""{"step":{"type":"amocrm_list_companies","params":{"filter{{{GrowingInput.Repeat("[a]", size)}}}":1}},"context":{}}"""),
    ];

    public override async ValueTask RunAsync(byte[] input)
    {
        if (JsonTexts.ParseObject(input) is not { } scene || Member(scene, "step") is not { } step || Member(scene, "context") is not { } context)
        {
            return;
        }

        await using var client = FuzzClient.Create(new FoundTransport());
        await using var engine = await AmoCrmEngine.CreateAsync(client).ConfigureAwait(false);
        try
        {
            var envelope = await engine.ExecuteStepAsync(step, context).ConfigureAwait(false);
            EnvelopeOracle.Check(envelope, step["type"]!.ToString());
        }
        catch (AmoCrmUnknownHandlerException)
        {
            // The step's type is no handler.
        }
        catch (ArgumentException exception) when (exception is not AmoCrmArgumentException && exception.ParamName is "step" or "context")
        {
            // The step has no type, or one of them cannot be read.
        }
    }

    private static JsonObject? Member(JsonObject scene, string name)
    {
        try
        {
            return scene[name] as JsonObject;
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException)
        {
            // A name that is there twice, or half of a surrogate pair: a fault of the input, not of the step.
            return null;
        }
    }

    private sealed class FoundTransport : IAmoCrmTransport
    {
        public Task<AmoCrmResponse> SendAsync(AmoCrmRequest request, CancellationToken cancellationToken) => Task.FromResult(new AmoCrmResponse(200, "{\"id\":1}"u8.ToArray()));
    }
}
