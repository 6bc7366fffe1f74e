using System.Diagnostics;
using System.Text.Json.Nodes;
using AmoCrm.Sdk.Soak.Load;

namespace AmoCrm.Sdk.Soak.Programs;

/// <summary>All contacts of a large account from a server that takes 400 ms for each page: the limit is what keeps it from being faster, and only a few pages are in memory.</summary>
internal static class Export
{
    private const int PerSecond = 7;
    private const int LatencyMilliseconds = 400;
    private const double LeastShare = 0.9;

    // Of the short form the beginning, when one page at a time is asked for, is a larger part; and it shares the machine with other tests.
    private const double LeastShareWhenQuick = 0.85;

    private const int MostPagesOfHeap = 4;

    public static async Task<SoakResult> RunAsync(SoakRun run)
    {
        var (contacts, limit) = (run.IsQuick ? 25_000 : 100_000, 250);
        await using var emulator = await EmulatorProcess.StartAsync(new EmulatorSetup(EnforceLimits: true, contacts, LatencyMilliseconds));
        await using var client = new AmoCrmClient(emulator.Options());
        var oneByOne = await OneByOneAsync(client, limit, pages: run.IsQuick ? 5 : 20);
        await Task.Delay(1100);
        var pageBytes = await HeapMeter.SizeOfPageAsync(client, limit);
        await Task.Delay(1100);
        var heap = new HeapMeter();
        var started = Stopwatch.GetTimestamp();
        var (pages, items) = (0, 0);
        await foreach (var page in client.Contacts.EnumeratePagesAsync(new ListContactsRequest { Limit = limit }))
        {
            pages++;
            items += page.Items.Count;
            if (pages % 10 == 0)
            {
                heap.Look();
            }
        }

        var rate = pages / Stopwatch.GetElapsedTime(started).TotalSeconds;
        var counts = await emulator.CountAsync();
        var grown = heap.Grown / (double)pageBytes;
        run.Expect(items == contacts, $"{items} of {contacts} contacts");
        run.Expect(rate >= (run.IsQuick ? LeastShareWhenQuick : LeastShare) * PerSecond, $"{rate:0.00} pages a second");
        run.Expect(grown <= MostPagesOfHeap, $"the heap grew by {grown:0.0} pages");

        // Told and not judged: an emulator of 100,000 contacts is stopped by its own collections now and then, and counts what came meanwhile together. That there is no 429 is for saturation to show.
        return new SoakResult(run.Problems, new JsonObject
        {
            ["contacts"] = items,
            ["pages"] = pages,
            ["latency_ms"] = LatencyMilliseconds,
            ["pages_a_second"] = Math.Round(rate, 2),
            ["share_of_7"] = Math.Round(rate / PerSecond, 4),
            ["pages_a_second_one_at_a_time"] = Math.Round(oneByOne, 2),
            ["page_bytes"] = pageBytes,
            ["heap_growth_pages"] = Math.Round(grown, 2),
            ["answers_429"] = counts.Refused,
        });
    }

    private static async Task<double> OneByOneAsync(AmoCrmClient client, int limit, int pages)
    {
        var started = Stopwatch.GetTimestamp();
        for (var page = 1; page <= pages; page++)
        {
            await client.Contacts.ListAsync(new ListContactsRequest { Page = page, Limit = limit });
        }

        return pages / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }
}
