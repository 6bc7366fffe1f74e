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
    public async Task A_client_that_is_disposed_of_waits_for_the_answer()
    {
        using var bench = await new RefreshBench().WithPairAsync(TimeSpan.FromMinutes(20));
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        bench.Server.BeforeRefresh = async (_, _) =>
        {
            await gate.Task;
            return null;
        };
        var client = bench.MakeClient();
        await bench.CallAsync(client);
        await bench.UntilAsync(() => bench.Server.Presented.Count > 0);

        var disposal = client.DisposeAsync().AsTask();
        Assert.False(disposal.IsCompleted);
        gate.SetResult();
        await disposal;

        Assert.NotEqual(bench.Pair.Refresh, (await bench.RecordAsync()).Settings.RefreshToken!.Reveal());
    }

    [Fact]
    public async Task A_disposal_does_not_wait_for_ever()
    {
        using var bench = await new RefreshBench().WithPairAsync(TimeSpan.FromMinutes(20));
        var isDown = false;
        bench.Server.AfterRefresh = answer =>
        {
            isDown = true;
            return answer;
        };
        bench.Store.BeforeRead = () =>
        {
            if (isDown)
            {
                throw new AmoCrmSettingsStoreException("The store is down.");
            }
        };
        var client = bench.MakeClient();
        await bench.CallAsync(client);
        await bench.UntilAsync(() => isDown);

        Assert.True(await bench.PassTimeAsync(DisposeAsync(), TimeSpan.FromSeconds(1)));
        isDown = false;

        async Task<bool> DisposeAsync()
        {
            await client.DisposeAsync();
            return true;
        }
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
