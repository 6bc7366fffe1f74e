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

        var transport = new FoundTransport();
        await using var client = FuzzClient.Create(transport);
        await using var engine = await AmoCrmEngine.CreateAsync(client).ConfigureAwait(false);
        var isBroken = JsonFaults.HasBrokenNames(JsonTexts.Parse(input)!.Value.GetProperty("context"));
        var refused = await RefusedAsync(engine, step, context).ConfigureAwait(false);
        FuzzFailureException.ThrowUnless(refused == "context" == isBroken, "A context is refused when its own names are broken, and only then.");
        FuzzFailureException.ThrowUnless(refused is null || transport.Requests == 0, "What is refused is refused before anything is sent.");
    }

    /// <summary>Runs the step. What is refused of it; null for nothing.</summary>
    private static async Task<string?> RefusedAsync(AmoCrmEngine engine, JsonObject step, JsonObject context)
    {
        try
        {
            var envelope = await engine.ExecuteStepAsync(step, context).ConfigureAwait(false);
            EnvelopeOracle.Check(envelope, step["type"]!.ToString());
            return null;
        }
        catch (AmoCrmUnknownHandlerException)
        {
            return "type";
        }
        catch (ArgumentException exception) when (exception is not AmoCrmArgumentException && exception.ParamName is "step" or "context")
        {
            // The step has no type, or one of them cannot be read.
            return exception.ParamName;
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
        public int Requests { get; private set; }

        public Task<AmoCrmResponse> SendAsync(AmoCrmRequest request, CancellationToken cancellationToken)
        {
            Requests++;
            return Task.FromResult(new AmoCrmResponse(200, "{\"id\":1}"u8.ToArray()));
        }
    }
}
