namespace AmoCrm.Sdk.Tests.Auth.Refresh;

/// <summary>The end of a client while its tokens are being refreshed: the program may end right after it, and the answer with it.</summary>
public sealed class DisposalTests
{
    private readonly TaskCompletionSource _gate = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Fact]
    public async Task It_waits_for_a_refresh_under_way()
    {
        using var bench = new RefreshBench();
        var client = await RefreshingClientAsync(bench);

        var disposal = client.DisposeAsync().AsTask();
        Assert.False(disposal.IsCompleted);
        _gate.SetResult();
        await disposal;

        Assert.NotEqual(bench.Pair.Refresh, (await bench.RecordAsync()).Settings.RefreshToken!.Reveal());
    }

    [Fact]
    public async Task A_using_block_waits_on_whatever_thread()
    {
        using var bench = new RefreshBench();
        var client = await RefreshingClientAsync(bench);
        var thread = new Thread(() =>
        {
            // As that of a window: what is posted to it waits for the thread, which is busy here.
            SynchronizationContext.SetSynchronizationContext(new DeafContext());
            client.Dispose();
        });

        thread.Start();
        await bench.UntilAsync(() => thread.ThreadState is ThreadState.WaitSleepJoin or ThreadState.Stopped);
        Assert.True(thread.IsAlive);
        _gate.SetResult();
        await bench.UntilAsync(() => !thread.IsAlive);

        Assert.NotEqual(bench.Pair.Refresh, (await bench.RecordAsync()).Settings.RefreshToken!.Reveal());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task It_waits_no_longer_than_a_lease(bool isBlocking)
    {
        using var bench = new RefreshBench();
        var client = await RefreshingClientAsync(bench);
        var isDown = true;
        bench.Store.BeforeRead = () =>
        {
            if (isDown)
            {
                throw new AmoCrmSettingsStoreException("The store is down.");
            }
        };
        _gate.SetResult();

        Assert.True(await bench.PassTimeAsync(Task.Run(CloseAsync), TimeSpan.FromSeconds(1)));
        isDown = false;

        async Task<bool> CloseAsync()
        {
            if (isBlocking)
            {
                client.Dispose();
            }
            else
            {
                await client.DisposeAsync();
            }

            return true;
        }
    }

    /// <summary>A client whose refresh waits at the token route for the gate.</summary>
    private async Task<AmoCrmClient> RefreshingClientAsync(RefreshBench bench)
    {
        await bench.WithPairAsync(TimeSpan.FromMinutes(20));
        bench.Server.BeforeRefresh = async (_, _) =>
        {
            await _gate.Task;
            return null;
        };
        var client = bench.MakeClient();
        await bench.CallAsync(client);
        await bench.UntilAsync(() => bench.Server.Presented.Count > 0);
        return client;
    }

    private sealed class DeafContext : SynchronizationContext
    {
        public override void Post(SendOrPostCallback d, object? state)
        {
        }
    }
}
