namespace AmoCrm.Sdk.Tests.Handlers.Cases;

/// <summary>All cases, module by module.</summary>
internal static class HandlerCases
{
    public static IReadOnlyList<HandlerCase> All { get; } =
    [
        .. CompanyCases.All,
    ];

    public static HandlerCase Get(string name) => All.First(item => item.Name == name);
}
