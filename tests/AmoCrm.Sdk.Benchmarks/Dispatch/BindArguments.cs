using System.Text.Json;
using AmoCrm.Sdk.Dispatch;
using BenchmarkDotNet.Attributes;

namespace AmoCrm.Sdk.Benchmarks.Dispatch;

/// <summary>Five JSON arguments become a typed request.</summary>
public class BindArguments : BenchmarkCase
{
    private readonly HandlerDescriptor _handler = HandlerCatalog.Get("amocrm_update_lead");
    private readonly JsonElement _arguments = JsonElement.Parse("""{"lead_id": 3912188, "name": "Сделка: поставка", "price": 12250, "pipeline_id": 3104455, "status_id": 142}""");

    [Benchmark]
    public object Sdk() => _handler.BindRequest(_arguments);

    public override Task CheckAsync()
    {
        var bound = (UpdateLeadArguments)Sdk();
        SameWork.Value(nameof(Sdk), (3_912_188, "Сделка: поставка", 12_250, 3_104_455, 142), (bound.LeadId, bound.Request?.Name, bound.Request?.Price, bound.Request?.PipelineId, bound.Request?.StatusId));
        return Task.CompletedTask;
    }
}
