using System.Collections.Concurrent;
using System.Diagnostics;

namespace AmoCrm.Sdk.Soak.Outage;

/// <summary>Callers that never stop calling, and what they got since it was last asked.</summary>
internal sealed class Callers : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentQueue<CallResult> _results = new();
    private readonly Task _all;

    public Callers(AmoCrmClient client, int count)
    {
        _all = Task.WhenAll(Enumerable.Range(0, count).Select(_ => Task.Run(() => CallAsync(client))));
    }

    /// <summary>The results of the calls that ended since the last time.</summary>
    public IReadOnlyList<CallResult> Take()
    {
        var taken = new List<CallResult>();
        while (_results.TryDequeue(out var result))
        {
            taken.Add(result);
        }

        return taken;
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _all;
        _end.Dispose();
    }

    private async Task CallAsync(AmoCrmClient client)
    {
        while (!_end.IsCancellationRequested)
        {
            var started = Stopwatch.GetTimestamp();
            AmoCrmException? failure = null;
            try
            {
                await client.Account.GetAsync();
            }
            catch (AmoCrmException exception)
            {
                failure = exception;
            }

            _results.Enqueue(new CallResult(Stopwatch.GetElapsedTime(started), failure));
            await Task.Delay(Pause);
        }
    }
}
