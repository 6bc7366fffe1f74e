using System.Text;
using System.Text.Json.Nodes;
using AmoCrm.Sdk.Benchmarks.Data;
using AmoCrm.Sdk.Engine;
using BenchmarkDotNet.Attributes;

namespace AmoCrm.Sdk.Benchmarks.Engine;

/// <summary>A step whose params take ten values from the context, beside the same step with the values in it.</summary>
public class StepWithPlaceholders : BenchmarkCase
{
    private readonly JsonObject _templates = JsonNode.Parse("""
        {"type": "amocrm_update_lead", "params": {
            "lead_id": "{lead.id}", "name": "{client.name}: {deal.title} ({deal.city})", "price": "{deal.price}", "pipeline_id": "{{deal.pipeline}}",
            "status_id": "{deal.statuses[1].id}", "responsible_user_id": "{user.id}", "custom_fields": {"294471": "{deal.address}"}, "tags_to_add": ["{deal.tag}"]}}
        """)!.AsObject();

    private readonly JsonObject _values = JsonNode.Parse("""
        {"type": "amocrm_update_lead", "params": {
            "lead_id": 3912188, "name": "Анна Котова: Кухня (Тверь)", "price": 185000, "pipeline_id": 3104455,
            "status_id": 142, "responsible_user_id": 504141, "custom_fields": {"294471": "Вымышленная набережная, дом 1"}, "tags_to_add": ["опт"]}}
        """)!.AsObject();

    private readonly JsonObject _context = JsonNode.Parse("""
        {"lead": {"id": 3912188}, "client": {"name": "Анна Котова"}, "user": {"id": 504141},
         "deal": {"title": "Кухня", "city": "Тверь", "price": 185000, "pipeline": 3104455, "statuses": [{"id": 143}, {"id": 142}], "address": "Вымышленная набережная, дом 1", "tag": "опт"}}
        """)!.AsObject();

    private readonly CannedTransport _transport = new(new AmoCrmResponse(200, Encoding.UTF8.GetBytes("""{"id": 3912188, "updated_at": 1590683337}""")));
    private readonly AmoCrmEngine _engine;

    public StepWithPlaceholders()
    {
        var options = SdkOptions.Create();
        options.Transport = _transport;
        _engine = AmoCrmEngine.CreateAsync(new AmoCrmClient(options)).GetAwaiter().GetResult();
    }

    [Benchmark]
    public Task Sdk() => _engine.ExecuteStepAsync(_templates, _context);

    [Benchmark(Baseline = true)]
    public Task WithoutPlaceholders() => _engine.ExecuteStepAsync(_values, _context);

    public override async Task CheckAsync()
    {
        var filled = await SentByAsync(Sdk());
        var given = await SentByAsync(WithoutPlaceholders());
        SameWork.Value(nameof(Sdk), given.ToString(), filled.ToString());
        SameWork.Json(nameof(Sdk), given.Body.Span, filled.Body.Span);
    }

    private async Task<AmoCrmRequest> SentByAsync(Task step)
    {
        await step;
        var request = _transport.Last!;
        return new AmoCrmRequest(request.Method, request.Path) { Body = request.Body.ToArray() };
    }
}
