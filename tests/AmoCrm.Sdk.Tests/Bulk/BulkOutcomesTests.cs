using AmoCrm.Sdk.Tests.TestSupport;
using CsCheck;

namespace AmoCrm.Sdk.Tests.Bulk;

/// <summary>Whatever amoCRM and the network do: each item has the outcome that is true of it.</summary>
public sealed class BulkOutcomesTests
{
    // What ends the run is rarer than what does not: most runs have to come far.
    private static readonly Gen<ServerFate> Fate = Gen.Frequency(
        (12, Gen.Const(ServerFate.Works)),
        (14, Gen.Int[(int)ServerFate.NamesNobody, (int)ServerFate.AnswersNonsense].Select(static fate => (ServerFate)fate)),
        (2, Gen.Const(ServerFate.CannotProcess)),
        (1, Gen.Int[(int)ServerFate.IsTooBusy, (int)ServerFate.CannotBeReached].Select(static fate => (ServerFate)fate)),
        (1, Gen.Const(ServerFate.ThrowsSomethingElse)));

    private static readonly Gen<char> Nature = Gen.Frequency((8, Gen.Const('s')), (2, Gen.Const('b')), (1, Gen.Const('n')), (1, Gen.Const('i')), (1, Gen.Const('r')));

    [Fact]
    public async Task There_is_one_true_outcome_for_each_item_in_their_order() =>
        await Gen.Select(Nature.Array[0, 60], Fate.Array[0, 25], Gen.Int[0, 5].Array[1, 7], Gen.Int[1, 9], Gen.Int[1, 5]).SampleAsync(
            async (natures, fates, delays, size, concurrency) =>
            {
                var server = new CreatingServer(fates, delays);
                var items = natures.Select(Item).ToList();
                var completed = new List<BulkOutcome>();
                var told = new List<BulkProgress>();
                var options = new BulkOptions { ChunkSize = size, MaxConcurrency = concurrency, Progress = new Reports(told), Completed = outcomes => Note(completed, outcomes) };
                var (outcomes, failure) = await server.Client().Api.BulkAsync(ItemOperations.CreateIn(5, 9), items, options, default).UntilItEndsAsync();

                Assert.Equal(Enumerable.Range(0, outcomes.Count).Select(static index => (long)index), outcomes.Select(static outcome => outcome.Index));
                Assert.All(outcomes, outcome => Assert.Same(items[(int)outcome.Index], outcome.Request));
                Assert.All(outcomes, outcome => AssertTrue(server, outcome));
                Assert.All(items.Skip(outcomes.Count), item => Assert.Equal(0, server.ChancesOf(item?.Name ?? string.Empty)));
                Assert.All(items, item => Assert.InRange(server.ChancesOf(item?.Name ?? string.Empty), 0, 1));
                Assert.InRange(server.MostUnderWay, 0, concurrency);
                Assert.All(server.Sizes, sent => Assert.InRange(sent, 1, size));
                Assert.Equal(outcomes, completed.OrderBy(static outcome => outcome.Index));
                if (outcomes.Count > 0)
                {
                    Assert.Equal(outcomes.Count, told[^1].Done);
                    Assert.Equal(server.Sizes.Count, told[^1].Requests);
                }

                if (failure is null)
                {
                    Assert.Equal(items.Count, outcomes.Count);
                    Assert.DoesNotContain(outcomes, static outcome => outcome.Kind == BulkOutcomeKind.NotSent);
                }
                else
                {
                    Assert.Contains(outcomes, outcome => outcome.Error == failure || outcome.Error?.InnerException == failure);
                }
            },
            iter: 300);

    private static void AssertTrue(CreatingServer server, BulkOutcome<ItemArguments, Item> outcome)
    {
        var ids = server.IdsOf(outcome.Request?.Name ?? string.Empty);
        switch (outcome.Kind)
        {
            case BulkOutcomeKind.Succeeded:
                Assert.Equal(Assert.Single(ids), outcome.Id);
                Assert.Equal(outcome.Id, outcome.Result!.Id);
                Assert.Null(outcome.Error);
                break;
            case BulkOutcomeKind.Rejected:
                Assert.Empty(ids);
                Assert.NotNull(outcome.Error);
                Assert.All(outcome.Errors, error => Assert.Equal(outcome.Request!.Name, error.Code));
                break;
            case BulkOutcomeKind.NotSent:
                Assert.Empty(ids);
                Assert.Null(outcome.Id);
                Assert.NotNull(outcome.Error);
                break;
            default:
                Assert.IsType<AmoCrmOutcomeUnknownException>(outcome.Error);
                Assert.Null(outcome.Id);
                break;
        }
    }

    private static ValueTask Note(List<BulkOutcome> completed, IReadOnlyList<BulkOutcome> outcomes)
    {
        lock (completed)
        {
            completed.AddRange(outcomes);
        }

        return ValueTask.CompletedTask;
    }

    private static ItemArguments Item(char nature, int index) => nature switch
    {
        's' => new ItemArguments($"sound {index}"),
        'b' => new ItemArguments($"bad {index}"),
        'i' => new ItemArguments(),
        'r' => new ItemArguments($"refused {index}", HasOrder: true),
        _ => null!,
    };
}
