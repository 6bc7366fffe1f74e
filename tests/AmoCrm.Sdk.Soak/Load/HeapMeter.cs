namespace AmoCrm.Sdk.Soak.Load;

/// <summary>How much the managed heap grows: what is alive after a collection.</summary>
internal sealed class HeapMeter
{
    private readonly long _start = Alive();

    /// <summary>The most that it had grown when somebody looked, in bytes.</summary>
    public long Grown { get; private set; }

    public void Look() => Grown = Math.Max(Grown, Alive() - _start);

    /// <summary>What one page is in memory, in bytes: a part of several, for what is left over from the request before would be a large part of one.</summary>
    public static async Task<long> SizeOfPageAsync(AmoCrmClient client, int limit)
    {
        const int Pages = 5;
        await client.Contacts.ListAsync(new ListContactsRequest { Limit = limit });
        var before = Alive();
        var pages = new List<Page<Contact>>();
        for (var page = 1; page <= Pages; page++)
        {
            pages.Add(await client.Contacts.ListAsync(new ListContactsRequest { Page = page, Limit = limit }));
        }

        var after = Alive();
        GC.KeepAlive(pages);
        return Math.Max(1, (after - before) / Pages);
    }

    // One collection: the runtime's own way repeats it until nothing changes, which takes longer than a page.
    private static long Alive()
    {
        GC.Collect();
        return GC.GetTotalMemory(forceFullCollection: false);
    }
}
