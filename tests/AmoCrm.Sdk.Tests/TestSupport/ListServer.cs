using System.Globalization;
using System.Text;

namespace AmoCrm.Sdk.Tests.TestSupport;

/// <summary>An amoCRM that has one list: items with the ids 1 to <paramref name="count"/>.</summary>
/// <param name="count">How many there are.</param>
/// <param name="member">The list's name under <c>_embedded</c>.</param>
internal sealed class ListServer(int count, string member = "items") : IAmoCrmTransport
{
    private readonly List<string> _asked = [];

    /// <summary>Whether the account has the paid option of filtering.</summary>
    public bool HasApiFilter { get; set; } = true;

    /// <summary>The paths and queries that were asked for, in order.</summary>
    public IReadOnlyList<string> Asked
    {
        get
        {
            lock (_asked)
            {
                return [.. _asked];
            }
        }
    }

    public TestClient Client() => new(options => options.Transport = this);

    public async Task<AmoCrmResponse> SendAsync(AmoCrmRequest request, CancellationToken cancellationToken)
    {
        lock (_asked)
        {
            _asked.Add($"{request.Path}?{Uri.UnescapeDataString(request.Query ?? string.Empty)}");
        }

        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        if (request.Path == "/api/v4/account")
        {
            return Json($$"""{"id":1,"name":"x","subdomain":"mycompany","is_api_filter_enabled":{{(HasApiFilter ? "true" : "false")}}}""");
        }

        var (page, limit) = (Number(request, "page"), Number(request, "limit"));
        var ids = Enumerable.Range(1, count).Skip((page - 1) * limit).Take(limit).ToList();
        var items = string.Join(',', ids.Select(static id => $$"""{"id":{{id}},"name":"№ {{id}}"}"""));
        return ids.Count == 0 ? new AmoCrmResponse(204) : Json($$$"""{"_page":{{{page}}},"_embedded":{"{{{member}}}":[{{{items}}}]}}""");
    }

    private static AmoCrmResponse Json(string json) => new(200, Encoding.UTF8.GetBytes(json));

    private static int Number(AmoCrmRequest request, string name) =>
        int.Parse(request.Query!.Split('&').Single(part => part.StartsWith($"{name}=", StringComparison.Ordinal))[(name.Length + 1)..], CultureInfo.InvariantCulture);
}
