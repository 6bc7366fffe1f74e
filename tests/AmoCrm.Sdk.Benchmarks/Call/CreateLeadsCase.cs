using AmoCrm.Sdk.Benchmarks.Data;
using AmoCrm.Sdk.Benchmarks.Peers;
using AmoCrm.Sdk.Benchmarks.Peers.Models;

namespace AmoCrm.Sdk.Benchmarks.Call;

/// <summary>50 leads created in one request.</summary>
public abstract class CreateLeadsCase : CallCase
{
    private readonly IReadOnlyList<CreateLeadRequest> _requests = NewLeads.ForSdk();
    private readonly List<NewLeadDto> _models = NewLeads.ForOthers();

    private protected CreateLeadsCase(ICallServer server)
        : base(server)
    {
    }

    private protected static byte[] Answer { get; } = CreatedJson.Of(NewLeads.Count);

    private protected override Task CallAsync(AmoCrmClient sdk) => sdk.Leads.CreateManyAsync(_requests);

    private protected override Task CallAsync(IPeerClient peer) => peer.CreateLeadsAsync(_models);

    private protected override async Task CheckAsync(string way, AmoCrmClient sdk) => CheckIds(way, (await sdk.Leads.CreateManyAsync(_requests)).Select(static lead => lead.Id));

    private protected override async Task CheckAsync(string way, IPeerClient peer) => CheckIds(way, (await peer.CreateLeadsAsync(_models))!.Embedded!.Leads!.Select(static lead => lead.Id));

    private static void CheckIds(string way, IEnumerable<long> ids) =>
        SameWork.Value(way, string.Join(' ', Enumerable.Range(0, NewLeads.Count).Select(CreatedJson.Id)), string.Join(' ', ids));
}
