using AmoCrm.Sdk.Benchmarks.Peers.Models;

namespace AmoCrm.Sdk.Benchmarks.Peers;

/// <summary>What a program would have without the SDK: three calls, written with one library or another.</summary>
internal interface IPeerClient : IDisposable
{
    Task<LeadDto?> GetLeadAsync(long id);

    Task<LeadPageDto?> GetLeadsAsync();

    Task<CreatedPageDto?> CreateLeadsAsync(List<NewLeadDto> leads);
}
