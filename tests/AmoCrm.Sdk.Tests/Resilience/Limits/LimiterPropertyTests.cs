using CsCheck;

namespace AmoCrm.Sdk.Tests.Resilience.Limits;

/// <summary>Whatever comes when, and whoever goes: the limits hold, nobody is forgotten, and nobody overtakes.</summary>
public sealed class LimiterPropertyTests
{
    private const int Integration = 3;
    private const int Account = 5;

    private static readonly Gen<Arrival> AnyArrival = Gen.Select(
        Gen.Int[0, 400],
        Gen.Int[0, 2],
        Gen.Bool,
        Gen.Frequency((4, Gen.Const(0)), (2, Gen.Int[1, 2500])),
        Gen.Frequency((3, Gen.Const(0)), (3, Gen.Int[1, 300]), (1, Gen.Int[300, 3000])),
        Gen.Frequency((4, Gen.Const(true)), (1, Gen.Const(false))),
        Gen.Int[0, 1500],
        static (after, integration, isBulk, cancelAfter, leaveAfter, leaves, answerAfter) =>
            new Arrival(after, integration, isBulk ? AmoCrmPriority.Bulk : AmoCrmPriority.Interactive, cancelAfter, leaveAfter, leaves, answerAfter));

    [Fact]
    public void Limits_hold_nobody_is_forgotten_and_lanes_are_first_come_first_served()
    {
        Gen.Select(AnyArrival.Array[1, 40], Gen.Bool).Sample(
            static (arrivals, isCrowd) => Check(isCrowd ? [.. arrivals.Select(static arrival => arrival with { After = arrival.After / 40 })] : arrivals),
            iter: 1000);
    }

    private static void Check(Arrival[] arrivals)
    {
        using var bench = new LimiterBench(Integration, Account);
        var comes = 0;
        var runs = new List<LimiterRun>();
        foreach (var arrival in arrivals)
        {
            comes += arrival.After;
            runs.Add(new LimiterRun(arrival, runs.Count, comes));
        }

        var order = new List<LimiterRun>();
        for (var now = 0; runs.Exists(static run => !run.IsOver); now += LimiterRun.Step)
        {
            Assert.True(now < 100_000, "Somebody waits for ever.");
            foreach (var run in runs)
            {
                if (run.Act(bench, now))
                {
                    order.Add(run);
                }
            }

            bench.Advance(LimiterRun.Step);
        }

        runs.ForEach(static run => run.Dispose());
        var left = runs.Where(static run => run.LeftAt is not null).ToList();
        Assert.All(left.GroupBy(static run => run.Arrival.Integration), static group => AssertNeverMore([.. group.Select(static run => run.LeftAt!.Value)], Integration));
        AssertNeverMore([.. left.Select(static run => run.LeftAt!.Value)], Account);
        foreach (var lane in order.GroupBy(static run => (run.Arrival.Integration, run.Arrival.Priority)))
        {
            Assert.Equal(lane.Select(static run => run.Number).Order(), lane.Select(static run => run.Number));
        }

        Assert.Equal(Integration, Recovered(bench));
    }

    /// <summary>In no window that begins with one of these moments are there more than so many of them.</summary>
    private static void AssertNeverMore(List<int> moments, int limit)
    {
        moments.Sort();
        for (var i = limit; i < moments.Count; i++)
        {
            Assert.True(moments[i] - moments[i - limit] >= LimiterBench.Window.TotalMilliseconds, $"{limit + 1} left between {moments[i - limit]} and {moments[i]} ms.");
        }
    }

    private static int Recovered(LimiterBench bench)
    {
        bench.Advance(LimiterBench.Window.TotalMilliseconds);
        return LimiterBench.Free(bench.Lane("0"));
    }
}
