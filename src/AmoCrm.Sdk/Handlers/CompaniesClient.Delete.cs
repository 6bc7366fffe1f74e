using AmoCrm.Sdk.Transport;

namespace AmoCrm.Sdk;

public sealed partial class CompaniesClient
{
    private const string DeletedTag = "deleted";

    public async partial Task<DeleteCompanyResult> DeleteAsync(long companyId, DeleteCompanyRequest? request, CancellationToken cancellationToken)
    {
        try
        {
            await _api.SendAsync(CompaniesOperations.DeleteCompany, new DeleteCompanyArguments(companyId, request), cancellationToken).ConfigureAwait(false);
            return new DeleteCompanyResult { CompanyId = companyId, Deleted = true, Via = DeletionRoute.Delete, CompletedSteps = ["delete"] };
        }
        catch (AmoCrmApiException exception) when (MissingRoute.Is(exception.Error))
        {
            if (request?.Fallback != CompanyDeleteFallback.Tag)
            {
                throw new AmoCrmNotSupportedException(
                    "amoCRM's public API cannot delete a company. Pass fallback: tag to tag it \"deleted\" instead, or delete it in the user interface.", exception)
                {
                    Handler = CompaniesOperations.DeleteCompany.Handler,
                };
            }
        }

        await UpdateAsync(companyId, new UpdateCompanyRequest { TagsToAdd = [DeletedTag] }, cancellationToken).ConfigureAwait(false);
        return new DeleteCompanyResult { CompanyId = companyId, Deleted = false, Via = DeletionRoute.Tag, CompletedSteps = ["tag"] };
    }
}
