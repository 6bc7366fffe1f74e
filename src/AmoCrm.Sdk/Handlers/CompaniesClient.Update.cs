using AmoCrm.Sdk.Handlers;
using AmoCrm.Sdk.Transport;

namespace AmoCrm.Sdk;

public sealed partial class CompaniesClient
{
    public async partial Task<UpdateCompanyResult> UpdateAsync(long companyId, UpdateCompanyRequest? request, CancellationToken cancellationToken)
    {
        request ??= new UpdateCompanyRequest();
        if (request.AddPhone is null && request.AddEmail is null)
        {
            return await SendAsync(companyId, request, [], cancellationToken).ConfigureAwait(false);
        }

        // The read below is already a request: what is wrong with the arguments must be said before it.
        CompaniesOperations.UpdateCompany.Validate?.Invoke(new UpdateCompanyArguments(companyId, request));
        var company = await GetAsync(companyId, null, cancellationToken).ConfigureAwait(false) ?? throw MissingEntity.Of(CompaniesOperations.UpdateCompany.Handler);
        var merged = request.Clone();
        merged.CustomFields = MultitextMerge.Add(request.CustomFields, company.CustomFields, ("PHONE", request.AddPhone), ("EMAIL", request.AddEmail));
        merged.AddPhone = null;
        merged.AddEmail = null;
        return await SendAsync(companyId, merged, ["read"], cancellationToken).ConfigureAwait(false);
    }

    private async Task<UpdateCompanyResult> SendAsync(long companyId, UpdateCompanyRequest request, IReadOnlyList<string> before, CancellationToken cancellationToken)
    {
        var result = await _api.SendAsync(CompaniesOperations.UpdateCompany, new UpdateCompanyArguments(companyId, request), cancellationToken).ConfigureAwait(false);
        return result with { CompletedSteps = [.. before, "update"] };
    }
}
