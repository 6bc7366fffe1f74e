using AmoCrm.Sdk;

namespace AmoCrm.Cli.Transfer.Imports;

/// <summary>What <c>amocrm import</c> can import.</summary>
internal static class ImportTargets
{
    public static string[] Names { get; } = ["contacts", "leads", "companies"];

    public static ImportTarget Get(string name) => name switch
    {
        "contacts" => new ImportTarget<CreateContactRequest, CreateContactResult>(
            name, "amocrm_create_contact", "amocrm_list_contacts", CustomFieldScope.Contacts, static (amo, rows, options, token) => amo.Contacts.BulkCreateAsync(rows, options, token)),
        "leads" => new ImportTarget<CreateLeadRequest, CreateLeadResult>(
            name, "amocrm_create_lead", "amocrm_list_leads", CustomFieldScope.Leads, static (amo, rows, options, token) => amo.Leads.BulkCreateAsync(rows, options, token)),
        "companies" => new ImportTarget<CreateCompanyRequest, CreateCompanyResult>(
            name, "amocrm_create_company", "amocrm_list_companies", CustomFieldScope.Companies, static (amo, rows, options, token) => amo.Companies.BulkCreateAsync(rows, options, token)),
        _ => throw new CliUsageException($"There is nothing to import that is called '{name}'. There are: {string.Join(", ", Names)}."),
    };
}
