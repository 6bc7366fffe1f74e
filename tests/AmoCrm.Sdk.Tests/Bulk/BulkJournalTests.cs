using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using AmoCrm.Sdk.Tests.TestSupport;

namespace AmoCrm.Sdk.Tests.Bulk;

/// <summary>What a bulk write tells while it works: before and after each request, how far it is, and how many items became what.</summary>
public sealed class BulkJournalTests
{
    [Fact]
    public async Task Items_are_written_down_before_their_request_leaves_and_told_right_after_it()
    {
        var amo = new HeldTransport();
        var writing = new TaskCompletionSource();
        var log = new ConcurrentQueue<string>();
        var options = new BulkOptions
        {
            MaxConcurrency = 1,
            Sending = async places =>
            {
                log.Enqueue($"sending {string.Join(' ', places)}");
                await writing.Task;
                log.Enqueue("written");
            },
            Completed = outcomes =>
            {
                log.Enqueue($"completed {string.Join(' ', outcomes)}");
                return ValueTask.CompletedTask;
            },
        };
        await using var outcomes = amo.Client().Api.BulkAsync(ItemOperations.Create, [new ItemArguments("a"), new ItemArguments("b")], options, default).GetAsyncEnumerator();
        var first = outcomes.NextAsync();
        Assert.Empty(amo.Asked);
        writing.SetResult();
        (await amo.WhenAskedAsync(0)).AnswerCreated(101);
        Assert.True(await first);
        Assert.Equal(["sending 0 1", "written", "completed 0: Succeeded (101) 1: Succeeded (102)"], log);
    }

    [Fact]
    public async Task Whoever_keeps_a_journal_hears_again_of_what_is_sent_again()
    {
        var places = new List<string>();
        var options = new BulkOptions { ChunkSize = 3, Sending = sent => { places.Add(string.Join(' ', sent)); return ValueTask.CompletedTask; } };
        var items = new[] { "a", "bad", "c", "d" }.Select(static name => new ItemArguments(name));
        await new CreatingServer([]).Client().Api.BulkAsync(ItemOperations.Create, items, options, default).UntilItEndsAsync();
        Assert.Equal(["0 1 2", "0 2", "3"], places.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Outcomes_are_told_whatever_the_order_and_given_in_that_of_the_items()
    {
        var amo = new HeldTransport();
        var told = new ConcurrentQueue<long>();
        var second = new TaskCompletionSource();
        var options = new BulkOptions
        {
            Completed = outcomes =>
            {
                told.Enqueue(outcomes[0].Index);
                second.TrySetResult();
                return ValueTask.CompletedTask;
            },
        };
        var ending = amo.Client().Api.BulkAsync(ItemOperations.Create, Enumerable.Range(0, 4).Select(static i => new ItemArguments($"{i}")), options, default).UntilItEndsAsync();
        amo.Asked[1].AnswerCreated(103);
        await second.Task.WithPatience();
        amo.Asked[0].AnswerCreated(101);
        Assert.Equal([0, 1, 2, 3], (await ending).Items.Select(static outcome => outcome.Index));
        Assert.Equal([2, 0], told);
    }

    [Fact]
    public async Task Progress_never_goes_back_and_ends_with_everything()
    {
        var told = new List<BulkProgress>();
        var server = new CreatingServer([ServerFate.Works, ServerFate.LosesTheAnswer, ServerFate.TellsOfSome], [3, 0, 5, 1]);
        var items = Enumerable.Range(0, 101).Select(static index => new ItemArguments(index % 10 == 3 ? $"bad {index}" : $"sound {index}"));
        await server.Client().Api.BulkAsync(ItemOperations.Create, items, new BulkOptions { Progress = new Reports(told) }, default).UntilItEndsAsync();
        Assert.Equal(51, told.Count);
        foreach (var (before, after) in told.Zip(told.Skip(1)))
        {
            Assert.True(after.Read >= before.Read && after.Done > before.Done && after.Requests > before.Requests);
            Assert.True(after.Succeeded >= before.Succeeded && after.Rejected >= before.Rejected && after.Unknown >= before.Unknown);
        }

        Assert.All(told, static progress => Assert.True(progress.Done <= progress.Read));
        Assert.Equal((101, 101, server.Sizes.Count), (told[^1].Read, told[^1].Done, told[^1].Requests));
        Assert.Equal(0, told[^1].NotSent);
    }

    [Fact]
    public async Task Items_are_counted_by_what_became_of_them()
    {
        var counted = new ConcurrentQueue<(long Count, string? Outcome)>();
        var handler = $"bulk_{Guid.NewGuid():N}";
        using var meter = new MeterListener
        {
            InstrumentPublished = static (instrument, listener) =>
            {
                if (instrument is { Meter.Name: "AmoCrm.Sdk", Name: "amocrm.client.bulk.items" })
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        meter.SetMeasurementEventCallback<long>((_, count, tags, _) =>
        {
            var labels = tags.ToArray().ToDictionary(static tag => tag.Key, static tag => tag.Value?.ToString(), StringComparer.Ordinal);
            if (labels["amocrm.handler"] == handler)
            {
                counted.Enqueue((count, labels["amocrm.outcome"]));
            }
        });
        meter.Start();
        var server = new CreatingServer([ServerFate.Works, ServerFate.Works, ServerFate.LosesTheAnswer, ServerFate.IsTooBusy]);
        var items = new[] { "a", "b", "bad", "d", "e", "f", "g", "h", "i" }.Select(static name => new ItemArguments(name));
        await server.Client().Api.BulkAsync(ItemOperations.CreateIn(3, 3, handler), items, new BulkOptions { MaxConcurrency = 1 }, default).UntilItEndsAsync();
        Assert.Equal([(2, "succeeded"), (1, "rejected"), (3, "unknown"), (3, "not_sent")], counted.OrderBy(static item => Array.IndexOf(["succeeded", "rejected", "unknown", "not_sent"], item.Outcome)));
    }
}
