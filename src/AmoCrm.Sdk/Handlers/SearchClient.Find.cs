using AmoCrm.Sdk.Handlers;
using AmoCrm.Sdk.Transport;

namespace AmoCrm.Sdk;

public sealed partial class SearchClient
{
    private const int DefaultLimit = 250;

    public async partial Task<SearchResult> FindAsync(string query, SearchRequest? request, CancellationToken cancellationToken)
    {
        BaseOperations.Search.Validate?.Invoke(new SearchArguments(query, request));
        var scope = request?.Scope ?? SearchScope.Contacts;
        var limit = request?.Limit ?? DefaultLimit;
        var items = new List<SearchItem>();
        var skipped = new List<EntityType>();
        var hasMore = false;

        // One after the other: there is no limiter yet that would keep four at once polite.
        foreach (var type in TypesOf(scope))
        {
            try
            {
                var page = await ReadAsync(type, query, limit, cancellationToken).ConfigureAwait(false);
                items.AddRange(page.Items);
                hasMore |= page.HasMore;
            }
            catch (AmoCrmApiException exception) when (scope == SearchScope.All && type == EntityType.Customers && RefusedList.IsMeantBy(exception))
            {
                skipped.Add(type);
            }
        }

        return new SearchResult { Items = items, Count = items.Count, Scope = scope, Skipped = skipped, HasMore = hasMore };
    }

    private static EntityType[] TypesOf(SearchScope scope) => scope switch
    {
        _ when scope == SearchScope.All => [EntityType.Contacts, EntityType.Leads, EntityType.Companies, EntityType.Customers],
        _ when scope.IsKnown => [scope.Value],
        _ => throw new AmoCrmArgumentException(
            BaseOperations.Search.Handler, "entity_type", $"'{scope}' cannot be searched: allowed are {string.Join(", ", SearchScope.KnownValues)}."),
    };

    private async Task<Page<SearchItem>> ReadAsync(EntityType type, string query, int limit, CancellationToken cancellationToken) => type.Value switch
    {
        "contacts" => Map(
            await _api.Client.Contacts.ListAsync(new ListContactsRequest { Query = query, Limit = limit }, cancellationToken).ConfigureAwait(false),
            static contact => new SearchItem { EntityType = EntityType.Contacts, Id = contact.Id, Name = contact.Name, Contact = contact }),
        "leads" => Map(
            await _api.Client.Leads.ListAsync(new ListLeadsRequest { Query = query, Limit = limit }, cancellationToken).ConfigureAwait(false),
            static lead => new SearchItem { EntityType = EntityType.Leads, Id = lead.Id, Name = lead.Name, Lead = lead }),
        "companies" => Map(
            await _api.Client.Companies.ListAsync(new ListCompaniesRequest { Query = query, Limit = limit }, cancellationToken).ConfigureAwait(false),
            static company => new SearchItem { EntityType = EntityType.Companies, Id = company.Id, Name = company.Name, Company = company }),
        _ => Map(
            await _api.SendAsync(CustomerSearch.Operation, new CustomerSearchArguments(query, limit), cancellationToken).ConfigureAwait(false),
            static customer => new SearchItem { EntityType = EntityType.Customers, Id = customer.Id, Name = customer.Name, Customer = customer }),
    };

    private static Page<SearchItem> Map<T>(Page<T> page, Func<T, SearchItem> toItem) =>
        new([.. page.Items.Select(toItem)], page.Number, page.Limit, page.HasMore);
}
