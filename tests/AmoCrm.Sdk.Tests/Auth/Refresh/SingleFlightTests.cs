namespace AmoCrm.Sdk.Tests.Auth.Refresh;

public sealed class SingleFlightTests
{
    [Fact]
    public async Task Many_callers_of_many_clients_make_one_token_call()
    {
        using var bench = await new RefreshBench().WithPairAsync(TimeSpan.FromSeconds(-1));
        await using var other = bench.MakeClient();
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        bench.Server.BeforeRefresh = async (_, _) =>
        {
            await gate.Task;
            return null;
        };

        var calls = Enumerable.Range(0, 64).Select(number => Task.Run(() => bench.CallAsync(number % 2 == 0 ? bench.Client : other))).ToList();
        await bench.UntilAsync(() => bench.Server.Presented.Count > 0);
        gate.SetResult();
        var answers = await Task.WhenAll(calls);

        Assert.All(answers, answer => Assert.Equal(200, answer.StatusCode));
        Assert.Single(bench.Server.Presented);
    }

    [Fact]
    public async Task A_caller_that_gives_up_does_not_stop_the_refresh()
    {
        using var bench = await new RefreshBench().WithPairAsync(TimeSpan.FromSeconds(-1));
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var tokenCall = CancellationToken.None;
        bench.Server.BeforeRefresh = async (_, cancellationToken) =>
        {
            tokenCall = cancellationToken;
            await gate.Task;
            return null;
        };
        using var caller = new CancellationTokenSource();

        var call = bench.Client.SendAsync(new AmoCrmRequest(HttpMethod.Get, "/api/v4/account"), caller.Token);
        await bench.UntilAsync(() => bench.Server.Presented.Count > 0);
        await caller.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.False(tokenCall.IsCancellationRequested);
        gate.SetResult();
        await bench.UntilAsync(() => bench.Events.Count > 0);

        Assert.Equal(200, (await bench.CallAsync()).StatusCode);
        Assert.Single(bench.Server.Presented);
    }

    [Fact]
    public async Task A_failure_is_everybodys_who_waits_and_the_next_call_tries_again()
    {
        using var bench = await new RefreshBench().WithPairAsync(TimeSpan.FromSeconds(-1));
        bench.Server.Unreachable = 1;
        await Assert.ThrowsAsync<AmoCrmNetworkException>(() => bench.CallAsync());

        Assert.Equal(200, (await bench.CallAsync()).StatusCode);
    }
}
