using AmoCrm.Sdk;

namespace AmoCrm.Cli.Demo.Chapters;

/// <summary>The client buys as a private person after all: the company is cleared away.</summary>
internal sealed class EveningChapter : IDemoChapter
{
    public string Title => "Evening: clearing up";

    public IReadOnlyList<DemoStep> Steps { get; } =
    [
        new(
            "amocrm_remove_company_contact",
            Typed: async (demo, token) =>
            {
                await demo.CallAsync(amo => amo.Companies.RemoveContactAsync(demo.Story.CompanyId, demo.Story.ContactId, token)).ConfigureAwait(false);
                return await HasNoContactsAsync(demo, token).ConfigureAwait(false);
            },
            ByName: async (demo, token) =>
            {
                await demo.CallByNameAsync($$"""{"company_id": "{{demo.Story.CompanyId}}", "contact_id": {{demo.Story.ContactId}}}""", token).ConfigureAwait(false);
                return await HasNoContactsAsync(demo, token).ConfigureAwait(false);
            }),
        new(
            "amocrm_delete_company",
            Typed: async (demo, token) =>
            {
                await Check.FailsAsync<AmoCrmNotSupportedException>(
                    () => demo.Amo.Companies.DeleteAsync(demo.Story.CompanyId, cancellationToken: token), "'not supported' without a fallback").ConfigureAwait(false);
                var request = new DeleteCompanyRequest { Fallback = CompanyDeleteFallback.Tag };
                var deleted = await demo.CallAsync(amo => amo.Companies.DeleteAsync(demo.Story.CompanyId, request, token)).ConfigureAwait(false);
                Check.That(!deleted.Deleted && deleted.Via == DeletionRoute.Tag, "the answer says that the company was tagged, not deleted");
                return await IsTaggedAsync(demo, token).ConfigureAwait(false);
            },
            ByName: async (demo, token) =>
            {
                var deleted = await demo.CallByNameAsync($$"""{"company_id": {{demo.Story.CompanyId}}, "fallback": "tag"}""", token).ConfigureAwait(false);
                Check.That(!deleted.Flag("deleted"), "the answer does not claim a deletion");
                Check.Equal("tag", deleted.Text("via"), "the way it went");
                return await IsTaggedAsync(demo, token).ConfigureAwait(false);
            }),
    ];

    private static async Task<string> HasNoContactsAsync(DemoTelling demo, CancellationToken token)
    {
        var contacts = await demo.Amo.Companies.GetContactsAsync(demo.Story.CompanyId, cancellationToken: token).ConfigureAwait(false);
        Check.Equal(0, contacts.Count, "the number of contacts that the company still has");
        return "the company has no contacts";
    }

    private static async Task<string> IsTaggedAsync(DemoTelling demo, CancellationToken token)
    {
        var company = Check.Found(await demo.Amo.Companies.GetAsync(demo.Story.CompanyId, cancellationToken: token).ConfigureAwait(false), "the company");
        Check.That(company.Tags?.Any(static tag => tag.Name == "deleted") == true, "the company is tagged 'deleted'");
        return "no such route: tagged instead";
    }
}
