using AmoCrm.Sdk.Handlers;
using AmoCrm.Sdk.Transport;

namespace AmoCrm.Sdk;

public sealed partial class ContactsClient
{
    public async partial Task<FindContactResult> FindAsync(string query, FindContactRequest? request, CancellationToken cancellationToken)
    {
        BaseOperations.FindContact.Validate?.Invoke(new FindContactArguments(query, request));
        var match = request?.Match ?? ContactMatch.Any;
        SearchMatch.Check(BaseOperations.FindContact.Handler, match, ContactMatch.KnownValues);
        if (match == ContactMatch.Phone)
        {
            SearchMatch.CheckPhone(BaseOperations.FindContact.Handler, query);
        }

        var found = await VerifiedSearch.FindAsync(
            page => ListAsync(new ListContactsRequest { Query = SearchText(query, match), With = request?.With, Page = page }, cancellationToken),
            contact => Fits(contact, query, match)).ConfigureAwait(false);
        return new FindContactResult { Contact = found.Count > 0 ? found[0] : null, Found = found.Count > 0, Count = found.Count, Contacts = found };
    }

    // amoCRM compares texts: "+7 916 …" would not find a phone kept as "8916…", but the digits both end with do.
    private static string SearchText(string query, ContactMatch match) => match == ContactMatch.Phone ? SearchMatch.LastDigits(query) : query;

    private static bool Fits(Contact contact, string query, ContactMatch match) => match.Value switch
    {
        "phone" => SearchMatch.Phone(contact.CustomFields, query),
        "email" => SearchMatch.Email(contact.CustomFields, query),
        "name" => SearchMatch.Name(contact.Name, query),
        _ => true,
    };
}
