using AmoCrm.Sdk;

namespace AmoCrm.Cli.Transfer.Exports;

/// <summary>What <c>amocrm export</c> can export: every list that the client reads page by page.</summary>
internal static class ExportSources
{
    public static IReadOnlyList<ExportSource> All { get; } =
    [
        new ExportSource<ListContactsRequest, Contact>(
            "contacts", "amocrm_list_contacts", static (amo, request, continuation, token) => amo.Contacts.EnumeratePagesAsync(request, continuation, token), static _ => CustomFieldScope.Contacts),
        new ExportSource<ListLeadsRequest, Lead>(
            "leads", "amocrm_list_leads", static (amo, request, continuation, token) => amo.Leads.EnumeratePagesAsync(request, continuation, token), static _ => CustomFieldScope.Leads),
        new ExportSource<ListCompaniesRequest, Company>(
            "companies", "amocrm_list_companies", static (amo, request, continuation, token) => amo.Companies.EnumeratePagesAsync(request, continuation, token), static _ => CustomFieldScope.Companies),
        new ExportSource<ListTasksRequest, CrmTask>("tasks", "amocrm_list_tasks", static (amo, request, continuation, token) => amo.Tasks.EnumeratePagesAsync(request, continuation, token)),
        new ExportSource<ListEventsRequest, CrmEvent>("events", "amocrm_list_events", static (amo, request, continuation, token) => amo.Events.EnumeratePagesAsync(request, continuation, token)),
        new ExportSource<ListNotesArguments, Note>(
            "notes", "amocrm_list_notes", static (amo, arguments, continuation, token) => amo.Notes.EnumeratePagesAsync(arguments.EntityType, arguments.Request, continuation, token)),
        new ExportSource<ListUsersRequest, User>("users", "amocrm_list_users", static (amo, request, continuation, token) => amo.Users.EnumeratePagesAsync(request, continuation, token)),
        new ExportSource<ListCatalogElementsArguments, CatalogElement>(
            "catalog-elements",
            "amocrm_list_catalog_elements",
            static (amo, arguments, continuation, token) => amo.Catalogs.EnumerateElementsPagesAsync(arguments.CatalogId, arguments.Request, continuation, token),
            static arguments => CustomFieldScope.Catalog(arguments.CatalogId)),
        new ExportSource<ListTagsArguments, Tag>(
            "tags", "amocrm_list_tags", static (amo, arguments, continuation, token) => amo.Tags.EnumeratePagesAsync(arguments.EntityType, arguments.Request, continuation, token)),
        new ExportSource<ListCustomFieldsArguments, CustomField>(
            "custom-fields",
            "amocrm_list_custom_fields",
            static (amo, arguments, continuation, token) => amo.CustomFields.EnumeratePagesAsync(arguments.Scope, arguments.Request, continuation, token)),
        new ExportSource<ListWidgetsRequest, Widget>("widgets", "amocrm_list_widgets", static (amo, request, continuation, token) => amo.Widgets.EnumeratePagesAsync(request, continuation, token)),
    ];

    public static string[] Names { get; } = [.. All.Select(static source => source.Name)];

    public static ExportSource Get(string name) => All.First(source => source.Name == name);
}
