using AmoCrm.Sdk.Benchmarks.Peers.Models;
using Refit;

namespace AmoCrm.Sdk.Benchmarks.Peers;

/// <summary>The calls as Refit takes them.</summary>
public interface IRefitLeads
{
    [Get("/api/v4/leads/{id}")]
    Task<LeadDto?> GetLeadAsync(long id);

    [Get("/api/v4/leads?with=contacts&page=1&limit=250")]
    Task<LeadPageDto?> GetLeadsAsync();

    [Post("/api/v4/leads")]
    Task<CreatedPageDto?> CreateLeadsAsync([Body] List<NewLeadDto> leads);
}
