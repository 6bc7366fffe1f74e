using AmoCrm.Sdk.Handlers;
using AmoCrm.Sdk.Transport;

namespace AmoCrm.Sdk;

public sealed partial class CompaniesClient
{
    // A filter of more ids makes an address that servers begin to refuse.
    private const int ContactsPerRequest = 100;

    public async partial Task<IReadOnlyList<Contact>> GetContactsAsync(long companyId, GetCompanyContactsRequest? request, CancellationToken cancellationToken)
    {
        CompaniesOperations.GetCompanyContacts.Validate?.Invoke(new GetCompanyContactsArguments(companyId, request));
        var company = await GetAsync(companyId, new GetCompanyRequest { With = [CompanyInclude.Contacts] }, cancellationToken).ConfigureAwait(false)
            ?? throw MissingEntity.Of(CompaniesOperations.GetCompanyContacts.Handler);
        var ids = (company.Contacts ?? []).Select(static contact => contact.Id).ToList();
        if (ids.Count == 0)
        {
            return [];
        }

        var contacts = ids.Count > 1 && await _api.Account.IsApiFilterEnabledAsync(cancellationToken).ConfigureAwait(false)
            ? await ReadByFilterAsync(ids, request?.With, cancellationToken).ConfigureAwait(false)
            : await ReadOneByOneAsync(ids, request?.With, cancellationToken).ConfigureAwait(false);

        // In the order of the company; a contact deleted in between is simply not there.
        return [.. ids.Where(contacts.ContainsKey).Select(id => contacts[id])];
    }

    private async Task<Dictionary<long, Contact>> ReadByFilterAsync(List<long> ids, IReadOnlyList<ContactInclude>? with, CancellationToken cancellationToken)
    {
        var contacts = new Dictionary<long, Contact>(ids.Count);
        foreach (var chunk in ids.Chunk(ContactsPerRequest))
        {
            var list = new ListContactsRequest { Filter = new ContactFilter { Ids = chunk }, With = with, Limit = ContactsPerRequest };
            await foreach (var contact in _api.Client.Contacts.EnumerateAsync(list, cancellationToken).ConfigureAwait(false))
            {
                contacts[contact.Id] = contact;
            }
        }

        return contacts;
    }

    private async Task<Dictionary<long, Contact>> ReadOneByOneAsync(List<long> ids, IReadOnlyList<ContactInclude>? with, CancellationToken cancellationToken)
    {
        var contacts = new Dictionary<long, Contact>(ids.Count);
        foreach (var id in ids)
        {
            if (await _api.Client.Contacts.GetAsync(id, new GetContactRequest { With = with }, cancellationToken).ConfigureAwait(false) is { } contact)
            {
                contacts[id] = contact;
            }
        }

        return contacts;
    }
}
