using System.Text.Json;
using AmoCrm.Sdk.Benchmarks.Data;
using AmoCrm.Sdk.Json;
using BenchmarkDotNet.Attributes;

namespace AmoCrm.Sdk.Benchmarks.Dispatch;

/// <summary>A call by its handler's name with arguments and result as JSON, beside the typed call whose result is not written.</summary>
public class DispatchJson : BenchmarkCase
{
    private const long Id = 3_912_188;

    private readonly JsonElement _arguments = JsonElement.Parse("""{"lead_id": 3912188, "with": ["contacts"]}""");
    private readonly GetLeadRequest _request = new() { With = [LeadInclude.Contacts] };
    private readonly byte[] _json = LeadJson.One();
    private readonly AmoCrmClient _client;

    public DispatchJson()
    {
        var options = SdkOptions.Create();
        options.Transport = new CannedTransport(new AmoCrmResponse(200, _json));
        _client = new AmoCrmClient(options);
    }

    [Benchmark]
    public Task Sdk() => _client.InvokeAsync("amocrm_get_lead", _arguments);

    [Benchmark(Baseline = true)]
    public Task TypedCall() => _client.Leads.GetAsync(Id, _request);

    public override async Task CheckAsync()
    {
        var lead = (await (Task<Lead?>)TypedCall())!;
        ReadLeads.IsThatOf(_json, nameof(TypedCall), lead);
        SameWork.Json(nameof(Sdk), JsonSerializer.SerializeToUtf8Bytes(await (Task<JsonElement>)Sdk()), ReadLeads.Written(lead));
    }
}
