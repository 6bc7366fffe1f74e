using AmoCrm.Sdk.Handlers;
using AmoCrm.Sdk.Transport;

namespace AmoCrm.Sdk;

public sealed partial class LeadsClient
{
    public async partial Task<FindLeadResult> FindAsync(string query, FindLeadRequest? request, CancellationToken cancellationToken)
    {
        BaseOperations.FindLead.Validate?.Invoke(new FindLeadArguments(query, request));
        var match = request?.Match ?? LeadMatch.Any;
        SearchMatch.Check(BaseOperations.FindLead.Handler, match, LeadMatch.KnownValues);
        var found = await VerifiedSearch.FindAsync(
            page => ListAsync(new ListLeadsRequest { Query = query, With = request?.With, Page = page }, cancellationToken),
            lead => match == LeadMatch.Any || SearchMatch.Name(lead.Name, query)).ConfigureAwait(false);
        return new FindLeadResult { Lead = found.Count > 0 ? found[0] : null, Found = found.Count > 0, Count = found.Count, Leads = found };
    }
}
