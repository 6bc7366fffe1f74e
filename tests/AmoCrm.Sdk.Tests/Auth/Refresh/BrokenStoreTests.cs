using AmoCrm.Sdk.Tests.TestSupport;

namespace AmoCrm.Sdk.Tests.Auth.Refresh;

/// <summary>A store that fails while something is noted: what amoCRM said is what the caller has to know, and the log tells the rest.</summary>
public sealed class BrokenStoreTests
{
    [Fact]
    public async Task A_refusal_is_told_though_it_cannot_be_noted()
    {
        using var bench = await new RefreshBench().WithPairAsync(TimeSpan.FromSeconds(-1));
        bench.Server.BeforeRefresh = (_, _) =>
        {
            Break(bench);
            return Task.FromResult<HttpResponseMessage?>(TokenServer.Json(429, "{}"));
        };

        await Assert.ThrowsAsync<AmoCrmRateLimitedException>(() => bench.CallAsync());

        Assert.Equal([36, 30], bench.Told);
    }

    [Fact]
    public async Task A_lost_answer_is_told_though_it_cannot_be_noted()
    {
        using var bench = await new RefreshBench().WithPairAsync(TimeSpan.FromSeconds(-1));
        bench.Server.AfterRefresh = _ =>
        {
            Break(bench);
            throw new IOException("Connection reset.");
        };

        await Assert.ThrowsAsync<AmoCrmNetworkException>(() => bench.CallAsync());

        Assert.Equal([36, 23, 30], bench.Told);
        bench.Store.BeforeWrite = null;
        bench.Clock.Advance(TimeSpan.FromSeconds(45));
        Assert.Equal(AmoCrmAuthorizationState.OutcomeUnknown, (await bench.RecordAsync()).AuthorizationState);
    }

    [Fact]
    public async Task That_a_token_has_worked_need_not_be_noted()
    {
        using var bench = await new RefreshBench().WithPairAsync(TimeSpan.FromSeconds(-1));
        bench.Server.BeforeApi = () =>
        {
            Break(bench);
            return Task.FromResult<HttpResponseMessage?>(null);
        };

        Assert.Equal(200, (await bench.CallAsync()).StatusCode);

        await bench.UntilAsync(() => bench.Told.Contains(29));
        Assert.NotNull((await bench.RecordAsync()).Notes.Previous);
    }

    [Fact]
    public async Task A_subscriber_that_throws_costs_neither_the_call_nor_the_others_the_news()
    {
        using var bench = await new RefreshBench().WithPairAsync(TimeSpan.FromSeconds(-1));
        var isTold = false;
        await using var client = bench.MakeClient(options =>
        {
            options.TokenEvents.Refreshed += static (_, _) => throw new InvalidOperationException("A mistake of the subscriber's.");
            options.TokenEvents.Refreshed += (_, _) => isTold = true;
        });

        Assert.Equal(200, (await bench.CallAsync(client).WithPatience()).StatusCode);

        Assert.True(isTold);
        Assert.Contains(bench.Logs.GetSnapshot(), static log => log.Id.Id == 31 && log.Message.Contains(nameof(InvalidOperationException), StringComparison.Ordinal));
    }

    private static void Break(RefreshBench bench) => bench.Store.BeforeWrite = static (_, _) => throw new AmoCrmSettingsStoreException("The store is down.");
}
