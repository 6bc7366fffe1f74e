using AmoCrm.Sdk;

namespace AmoCrm.Cli.Demo.Chapters;

/// <summary>The client buys for a company: it gets a card, and the client is linked to it.</summary>
internal sealed class ClientCompanyChapter : IDemoChapter
{
    private const string Phone = "+74950000001";
    private const string SecondPhone = "+74950000002";

    public string Title => "The client's company";

    public IReadOnlyList<DemoStep> Steps { get; } =
    [
        new(
            "amocrm_create_company",
            Typed: async (demo, token) =>
            {
                var request = new CreateCompanyRequest { Name = demo.Story.Company, Phone = Phone, Website = "https://example.com", Fetch = true };
                var created = await demo.CallAsync(amo => amo.Companies.CreateAsync(request, token)).ConfigureAwait(false);
                demo.Story.CompanyId = created.Id;
                Check.Equal(demo.Story.Company, created.Company?.Name, "the name that was read back");
                Check.Equal(Phone, created.Company?.CustomFields?.GetText("PHONE"), "the phone that was read back");
                return demo.Story.Company;
            },
            ByName: async (demo, token) =>
            {
                var arguments = $$"""{"name": "{{demo.Story.Company}}", "phone": "{{Phone}}", "website": "https://example.com", "fetch": true}""";
                var created = await demo.CallByNameAsync(arguments, token).ConfigureAwait(false);
                demo.Story.CompanyId = created.Id();
                Check.Equal(demo.Story.Company, created.Text("company.name"), "the name that was read back");
                return demo.Story.Company;
            }),
        new(
            "amocrm_update_company",
            Typed: async (demo, token) =>
            {
                var request = new UpdateCompanyRequest { AddPhone = SecondPhone, TagsToAdd = ["опт"] };
                var updated = await demo.CallAsync(amo => amo.Companies.UpdateAsync(demo.Story.CompanyId, request, token)).ConfigureAwait(false);
                Check.Equal(demo.Story.CompanyId, updated.Id, "the id of the company");
                Check.That(updated.CompletedSteps.Count == 2, "the call says both of its steps");
                return $"+ {SecondPhone}";
            },
            ByName: async (demo, token) =>
            {
                var arguments = $$"""{"company_id": "{{demo.Story.CompanyId}}", "add_phone": "{{SecondPhone}}", "tags_to_add": ["опт"]}""";
                var updated = await demo.CallByNameAsync(arguments, token).ConfigureAwait(false);
                Check.Equal(demo.Story.CompanyId, updated.Id(), "the id of the company");
                Check.Equal(2, updated.At("completed_steps").GetArrayLength(), "the number of steps");
                return $"+ {SecondPhone}";
            }),
        new(
            "amocrm_get_company",
            Typed: async (demo, token) =>
            {
                var company = await demo.CallAsync(amo => amo.Companies.GetAsync(demo.Story.CompanyId, cancellationToken: token)).ConfigureAwait(false);
                var phones = Check.Found(company, "the company").CustomFields?.GetItems("PHONE") ?? [];
                Check.That(phones.Any(static phone => phone.Value == Phone) && phones.Any(static phone => phone.Value == SecondPhone), "the company has the old phone and the new one");
                Check.That(company!.Tags?.Any(static tag => tag.Name == "опт") == true, "the company has the tag that was added");
                return "both phones, tag";
            },
            ByName: async (demo, token) =>
            {
                var company = await demo.CallByNameAsync($$"""{"company_id": {{demo.Story.CompanyId}}}""", token).ConfigureAwait(false);
                var phones = company.At("custom_fields_values").ItemWith("field_code", "PHONE", "the phones").At("values");
                Check.That(phones.HasItemWith("value", Phone) && phones.HasItemWith("value", SecondPhone), "the company has the old phone and the new one");
                company.At("_embedded.tags").ItemWith("name", "опт", "the tag");
                return "both phones, tag";
            }),
        new(
            "amocrm_list_companies",
            Typed: async (demo, token) =>
            {
                var request = new ListCompaniesRequest { Filter = new CompanyFilter { Ids = [demo.Story.CompanyId] }, With = [CompanyInclude.Contacts] };
                var companies = await demo.CallAsync(amo => amo.Companies.ListAsync(request, token)).ConfigureAwait(false);
                Check.That(companies.Items is [{ } only] && only.Id == demo.Story.CompanyId, "the filter lets exactly the new company through");
                return demo.Story.Company;
            },
            ByName: async (demo, token) =>
            {
                var companies = await demo.CallByNameAsync($$"""{"filter[id][]": {{demo.Story.CompanyId}}, "with": "contacts"}""", token).ConfigureAwait(false);
                Check.Equal(1, companies.At("items").GetArrayLength(), "the number of companies that the filter lets through");
                Check.Equal(demo.Story.CompanyId, companies.Id("items.0.id"), "the id of the company");
                return demo.Story.Company;
            }),
        new(
            "amocrm_add_company_contact",
            Typed: async (demo, token) =>
            {
                var link = await demo.CallAsync(amo => amo.Companies.AddContactAsync(demo.Story.CompanyId, demo.Story.ContactId, token)).ConfigureAwait(false);
                Check.Equal(demo.Story.ContactId, link.ToEntityId, "the contact that is linked");
                return demo.Story.Client;
            },
            ByName: async (demo, token) =>
            {
                var link = await demo.CallByNameAsync($$"""{"company_id": {{demo.Story.CompanyId}}, "contact_id": "{{demo.Story.ContactId}}"}""", token).ConfigureAwait(false);
                Check.Equal(demo.Story.ContactId, link.Id("to_entity_id"), "the contact that is linked");
                return demo.Story.Client;
            }),
        new(
            "amocrm_get_company_contacts",
            Typed: async (demo, token) =>
            {
                var contacts = await demo.CallAsync(amo => amo.Companies.GetContactsAsync(demo.Story.CompanyId, cancellationToken: token)).ConfigureAwait(false);
                Check.That(contacts is [{ } only] && only.Name == demo.Story.Client, $"the company's only contact is {demo.Story.Client}, as a whole");
                return demo.Story.Client;
            },
            ByName: async (demo, token) =>
            {
                var contacts = await demo.CallByNameAsync($$"""{"company_id": {{demo.Story.CompanyId}}}""", token).ConfigureAwait(false);
                Check.Equal(demo.Story.Client, contacts.Text("0.name"), "the company's only contact");
                return demo.Story.Client;
            }),
    ];
}
