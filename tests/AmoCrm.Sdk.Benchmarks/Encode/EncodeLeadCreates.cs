using AmoCrm.Sdk.Benchmarks.Data;
using AmoCrm.Sdk.Benchmarks.Peers;
using AmoCrm.Sdk.Benchmarks.Peers.Models;
using AmoCrm.Sdk.Transport;

namespace AmoCrm.Sdk.Benchmarks.Encode;

/// <summary>The body of a request that creates 50 leads with custom fields.</summary>
public class EncodeLeadCreates() : EncodeCase<List<NewLeadDto>>(NewLeads.ForOthers(), PeerJsonContext.Default.ListNewLeadDto, WritingJsonContext.Default.ListNewLeadDto)
{
    private readonly IReadOnlyList<CreateLeadRequest> _requests = NewLeads.ForSdk();
    private readonly ResolvedCustomFields?[] _fields = new ResolvedCustomFields?[NewLeads.Count];

    private protected override PooledBuffer WriteWithSdk()
    {
        var asking = Api.ForOneRequest();
        for (var i = 0; i < _fields.Length; i++)
        {
            // Nothing has to be looked up for ids and codes, so it is there at once.
            _fields[i] = CustomFieldResolution.ResolveAsync(asking, BaseOperations.CreateLead, _requests[i], CancellationToken.None).GetAwaiter().GetResult();
        }

        return OperationBody.WriteMany(BaseOperations.CreateLead, _requests, _fields);
    }
}
