using AmoCrm.Sdk.Benchmarks.Data;
using AmoCrm.Sdk.Benchmarks.Peers;

namespace AmoCrm.Sdk.Benchmarks.Call;

/// <summary>A page of 250 leads.</summary>
public abstract class GetLeadsCase : CallCase
{
    private readonly ListLeadsRequest _request = new() { With = [LeadInclude.Contacts], Page = 1, Limit = LeadJson.LeadsOfPage };

    private protected GetLeadsCase(ICallServer server)
        : base(server)
    {
    }

    private protected static byte[] Answer { get; } = LeadJson.Page();

    private protected override Task CallAsync(AmoCrmClient sdk) => sdk.Leads.ListAsync(_request);

    private protected override Task CallAsync(IPeerClient peer) => peer.GetLeadsAsync();

    private protected override async Task CheckAsync(string way, AmoCrmClient sdk) => ReadLeads.AreThoseOf(Answer, way, (await sdk.Leads.ListAsync(_request)).Items);

    private protected override async Task CheckAsync(string way, IPeerClient peer) => ReadLeads.AreThoseOf(Answer, way, (await peer.GetLeadsAsync())!);
}
