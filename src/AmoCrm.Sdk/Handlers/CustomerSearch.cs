using AmoCrm.Sdk.Json;
using AmoCrm.Sdk.Paging;
using AmoCrm.Sdk.Transport;

namespace AmoCrm.Sdk.Handlers;

/// <summary>The list of customers, which has no handler of its own: only the search reads it.</summary>
internal static class CustomerSearch
{
    private static readonly PagingRules Rules = new() { MaximumLimit = 250, DefaultLimit = 250, ShortPageEnds = true };

    public static Operation<CustomerSearchArguments, Page<Customer>> Operation { get; } = new()
    {
        Handler = "amocrm_search",
        Method = HttpMethod.Get,
        PathTemplate = "/api/v4/customers",
        Effect = HandlerEffect.Read,
        Retry = RetrySafety.Safe,
        Query = static (arguments, query) => query.Add("query", arguments.Query),
        Window = static arguments => new PageWindow(1, arguments.Limit),
        Paging = Rules,
        Read = static (ref reader, arguments) => PageJson.Read<Customer>(ref reader, "customers"u8, new PageWindow(1, arguments.Limit), Rules),
        Absent = static arguments => PageJson.Empty<Customer>(new PageWindow(1, arguments.Limit), Rules),
    };
}
