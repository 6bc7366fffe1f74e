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
        var handler = CompaniesOperations.UpdateCompany.Handler;
        CompaniesOperations.UpdateCompany.Validate?.Invoke(new UpdateCompanyArguments(companyId, request));
        Guard.NotEmptyText(handler, "add_phone", request.AddPhone);
        Guard.NotEmptyText(handler, "add_email", request.AddEmail);
        CustomFieldGuard.NotTwice(handler, request.AssignedCustomFields, ("PHONE", request.AddPhone is not null), ("EMAIL", request.AddEmail is not null));
        var company = await GetAsync(companyId, null, cancellationToken).ConfigureAwait(false) ?? throw MissingEntity.Of(handler);
        var merged = request.Clone();
        merged.CustomFields = MultitextMerge.Add(request.AssignedCustomFields, company.CustomFields, ("PHONE", request.AddPhone), ("EMAIL", request.AddEmail));
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
