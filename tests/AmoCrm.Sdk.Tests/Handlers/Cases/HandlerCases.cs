namespace AmoCrm.Sdk.Tests.Handlers.Cases;

/// <summary>All cases, noun by noun.</summary>
internal static class HandlerCases
{
    public static IReadOnlyList<HandlerCase> All { get; } =
    [
        .. AccountCases.All,
        .. ContactCases.All,
        .. LeadCases.All,
        .. NoteCases.All,
        .. SearchCases.All,
        .. CompanyCases.All,
        .. TaskCases.All,
        .. EventCases.All,
        .. WebhookCases.All,
        .. WidgetCases.All,
        .. CallCases.All,
        .. CatalogCases.All,
        .. PipelineCases.All,
        .. UserCases.All,
        .. CustomFieldCases.All,
        .. TagCases.All,
        .. LinkCases.All,
    ];

    /// <summary>A case by its name; the plain name of a handler is its first case.</summary>
    public static HandlerCase Get(string name) => All.First(item => item.Name == name);
}
