namespace AmoCrm.Sdk.Tests.Auth.Refresh;

/// <summary>The end of a <c>using</c> block: the program may end right after it.</summary>
public sealed class BlockingDisposalTests
{
    [Fact]
    public async Task It_waits_for_a_refresh_under_way_on_whatever_thread()
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
        var thread = new Thread(() =>
        {
            // As that of a window: what is posted to it waits for the thread, which is busy here.
            SynchronizationContext.SetSynchronizationContext(new DeafContext());
            client.Dispose();
        });

        thread.Start();
        await bench.UntilAsync(() => thread.ThreadState is ThreadState.WaitSleepJoin or ThreadState.Stopped);
        Assert.True(thread.IsAlive);
        gate.SetResult();
        await bench.UntilAsync(() => !thread.IsAlive);

        Assert.NotEqual(bench.Pair.Refresh, (await bench.RecordAsync()).Settings.RefreshToken!.Reveal());
    }

    [Fact]
    public async Task It_waits_no_longer_than_a_lease()
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

        Assert.True(await bench.PassTimeAsync(Task.Run(Close), TimeSpan.FromSeconds(1)));
        isDown = false;

        bool Close()
        {
            client.Dispose();
            return true;
        }
    }

    private sealed class DeafContext : SynchronizationContext
    {
        public override void Post(SendOrPostCallback d, object? state)
        {
        }
    }
}
