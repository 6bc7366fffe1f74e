using AmoCrm.Sdk.Redis.Tests.TestSupport;

namespace AmoCrm.Sdk.Redis.Tests.Lanes;

public sealed class ThroughputTests(RealServer server, ITestOutputHelper output) : IClassFixture<RealServer>
{
    /// <summary>A machine that builds and tests at once wakes up late; one with nothing else to do reaches more than 0.95.</summary>
    [Theory]
    [InlineData(1, AmoCrmPriority.Interactive)]
    [InlineData(4, AmoCrmPriority.Interactive)]
    [InlineData(1, AmoCrmPriority.Bulk)]
    [InlineData(4, AmoCrmPriority.Bulk)]
    public async Task Nearly_all_that_amocrm_allows_is_used(int processes, AmoCrmPriority priority)
    {
        const int Sent = 64;
        await using var bench = server.Bench();
        var limiters = Enumerable.Range(0, processes).Select(_ => bench.Limiter()).ToArray();
        var window = new AmoCrmRateLimitOptions().Window;

        var permits = await Task.WhenAll(Enumerable.Range(0, Sent).Select(number => LimiterBench.SendAsync(limiters[number % processes], LimiterBench.Key(priority: priority))));

        Assert.Empty(LimiterBench.Excesses(permits, 7, window));
        var times = permits.Select(permit => permit.GivenAt).Order().ToList();
        var ideal = priority == AmoCrmPriority.Bulk ? window * (Sent - 1) / 7 : window * ((Sent - 1) / 7);
        var ratio = ideal.TotalMicroseconds / (times[^1] - times[0]);
        output.WriteLine($"{processes} processes, {priority}: {ratio:F3} of the limit");
        Assert.InRange(ratio, 0.8, 1.01);
    }
}
