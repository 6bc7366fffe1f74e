using AmoCrm.Sdk.Handlers;
using AmoCrm.Sdk.Transport;

namespace AmoCrm.Sdk;

public sealed partial class LeadsClient
{
    public async partial Task<FindLeadResult> FindAsync(string query, FindLeadRequest? request, CancellationToken cancellationToken)
    {
        BaseOperations.FindLead.Validate?.Invoke(new FindLeadArguments(query, request));
        var byName = request?.Match == LeadMatch.Name;
        var found = await VerifiedSearch.FindAsync(
            page => ListAsync(new ListLeadsRequest { Query = query, With = request?.With, Page = page }, cancellationToken),
            lead => !byName || SearchMatch.Name(lead.Name, query)).ConfigureAwait(false);
        return new FindLeadResult { Lead = found.Match, Found = found.Match is not null, Count = found.Count };
    }
}
