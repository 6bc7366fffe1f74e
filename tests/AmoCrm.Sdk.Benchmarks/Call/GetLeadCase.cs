using AmoCrm.Sdk.Benchmarks.Data;
using AmoCrm.Sdk.Benchmarks.Peers;

namespace AmoCrm.Sdk.Benchmarks.Call;

/// <summary>One lead by its id.</summary>
public abstract class GetLeadCase : CallCase
{
    internal const long Id = 3_912_188;

    private protected GetLeadCase(ICallServer server)
        : base(server)
    {
    }

    private protected static byte[] Answer { get; } = LeadJson.One();

    private protected override Task CallAsync(AmoCrmClient sdk) => sdk.Leads.GetAsync(Id);

    private protected override Task CallAsync(IPeerClient peer) => peer.GetLeadAsync(Id);

    private protected override async Task CheckAsync(string way, AmoCrmClient sdk) => ReadLeads.IsThatOf(Answer, way, (await sdk.Leads.GetAsync(Id))!);

    private protected override async Task CheckAsync(string way, IPeerClient peer) => ReadLeads.IsThatOf(Answer, way, (await peer.GetLeadAsync(Id))!);
}
