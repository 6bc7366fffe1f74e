using AmoCrm.Sdk.Benchmarks.Data;
using BenchmarkDotNet.Attributes;

namespace AmoCrm.Sdk.Benchmarks.Dispatch;

/// <summary>A call by its handler's name with typed arguments, beside the typed call itself. The answer is empty, so that little else is measured.</summary>
public class DispatchTyped : BenchmarkCase
{
    private const long Id = 3_912_188;

    private readonly GetLeadArguments _arguments = new(Id, new GetLeadRequest());
    private readonly AmoCrmClient _client;

    public DispatchTyped()
    {
        var options = SdkOptions.Create();
        options.Transport = new CannedTransport(new AmoCrmResponse(204));
        _client = new AmoCrmClient(options);
    }

    [Benchmark]
    public Task Sdk() => _client.InvokeAsync<GetLeadArguments, Lead?>("amocrm_get_lead", _arguments);

    [Benchmark(Baseline = true)]
    public Task TypedCall() => _client.Leads.GetAsync(_arguments.LeadId, _arguments.Request);

    public override async Task CheckAsync()
    {
        SameWork.Value(nameof(Sdk), null, await (Task<Lead?>)Sdk());
        SameWork.Value(nameof(TypedCall), null, await (Task<Lead?>)TypedCall());
    }
}
