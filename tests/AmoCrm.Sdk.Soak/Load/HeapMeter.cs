namespace AmoCrm.Sdk.Soak.Load;

/// <summary>How much the managed heap grows: what is alive after a collection.</summary>
internal sealed class HeapMeter
{
    private readonly long _start = Alive();

    /// <summary>The most that it had grown when somebody looked, in bytes.</summary>
    public long Grown { get; private set; }

    public void Look() => Grown = Math.Max(Grown, Alive() - _start);

    /// <summary>
    /// What one page is in memory when it has just come, in bytes: its JSON and its objects. The objects are a part of those of several pages, for what is left over from the request before would
    /// be a large part of one.
    /// </summary>
    public static async Task<long> SizeOfPageAsync(AmoCrmClient client, int limit)
    {
        const int Pages = 5;
        var json = await client.SendAsync(new AmoCrmRequest(HttpMethod.Get, "/api/v4/contacts") { Query = $"page=1&limit={limit}" });
        var jsonBytes = json.Body.Length;
        var before = Alive();
        var pages = new List<Page<Contact>>();
        for (var page = 1; page <= Pages; page++)
        {
            pages.Add(await client.Contacts.ListAsync(new ListContactsRequest { Page = page, Limit = limit }));
        }

        var after = Alive();
        GC.KeepAlive(pages);
        return jsonBytes + Math.Max(0, (after - before) / Pages);
    }

    // One collection: the runtime's own way repeats it until nothing changes, which takes longer than a page.
    private static long Alive()
    {
        GC.Collect();
        return GC.GetTotalMemory(forceFullCollection: false);
    }
}
