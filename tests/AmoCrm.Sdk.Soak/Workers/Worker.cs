using System.Collections.Concurrent;
using System.Diagnostics;
using AmoCrm.Sdk.Auth.Refresh;

namespace AmoCrm.Sdk.Soak.Workers;

/// <summary>A process that makes calls as it is told, and kills itself where it is told. It ends with its standard input, so none is left behind.</summary>
internal sealed class Worker : IAsyncDisposable
{
    private static readonly TimeSpan BetweenCalls = TimeSpan.FromMilliseconds(20);

    private readonly OffsetClock _clock = new();
    private readonly WorkerSetup _setup;
    private readonly IAmoCrmTokenStore _store;
    private readonly Action<string> _write;
    private AmoCrmClient? _client;
    private ConcurrentDictionary<AmoCrmAuthorizationState, int> _events = new();
    private WorkerOrder _order = new() { Action = WorkerAction.Status };
    private Task<WorkerReport>? _calls;
    private TaskCompletionSource _start = new();

    private Worker(WorkerSetup setup, Action<string> write)
    {
        _setup = setup;
        _store = StoreFactory.Open(setup.Store, setup.Place, setup.Database);
        _write = write;
    }

    public static async Task RunAsync(TextReader input, TextWriter output)
    {
        if (await input.ReadLineAsync() is not { } first)
        {
            return;
        }

        await using var worker = new Worker(WorkerMessages.Read<WorkerSetup>(first), TextWriter.Synchronized(output).WriteLine);
        while (await input.ReadLineAsync() is { } line)
        {
            worker._write(WorkerMessages.Write(await worker.ObeyAsync(WorkerMessages.Read<WorkerOrder>(line))));
        }
    }

    public ValueTask DisposeAsync()
    {
        _client?.Dispose();
        (_store as IDisposable)?.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<WorkerReport> ObeyAsync(WorkerOrder order)
    {
        switch (order.Action)
        {
            case WorkerAction.Prepare:
                Prepare(order);
                return new WorkerReport();
            case WorkerAction.Go:
                _start.SetResult();
                return (await _calls!) with { Events = _events };
            default:
                return new WorkerReport { Events = _events };
        }
    }

    private void Prepare(WorkerOrder order)
    {
        _order = order;
        _clock.Ahead = order.Ahead;
        if (order.IsNewClient || _client?.AgentId != order.AgentId)
        {
            _client?.Dispose();
            _events = new();
            _client = new AmoCrmClient(Options(order.AgentId));
        }

        _start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _calls = CallAsync(_client, order, _start.Task);
    }

    private AmoCrmClientOptions Options(string agentId)
    {
        var options = new AmoCrmClientOptions
        {
            AgentId = agentId,
            SettingsResolver = _store,
            EmulatorAddress = _setup.Emulator,
            TimeProvider = _clock,
            TokenRefresh = new AmoCrmTokenRefreshOptions { LeaseDuration = _setup.Lease },
            TokenRefreshProbe = ReachedAsync,

            // What is put to the test is each single refresh: a call repeated by itself would hide how it went.
            RateLimit = { IsEnabled = false },
            Retry = { MaxRetries = 0 },
        };
        var events = _events;
        options.TokenEvents.Refreshed += Count;
        options.TokenEvents.OutcomeUnknown += Count;
        options.TokenEvents.ReauthorizationRequired += Count;
        return options;

        void Count(object? sender, AmoCrmTokenEventArgs what) => events.AddOrUpdate(what.State, 1, static (_, count) => count + 1);
    }

    private async ValueTask ReachedAsync(TokenRefreshPoint point)
    {
        if (point == _order.DieAt)
        {
            // SIGKILL, TerminateProcess: no finally block runs, no buffer is flushed.
            using var process = Process.GetCurrentProcess();
            process.Kill();
            await Task.Delay(Timeout.InfiniteTimeSpan);
        }

        if (point == _order.TellAt)
        {
            _write(WorkerMessages.Write(new WorkerReport { Reached = point }));
        }
    }

    private static async Task<WorkerReport> CallAsync(AmoCrmClient client, WorkerOrder order, Task start)
    {
        var succeeded = 0;
        var failures = new ConcurrentDictionary<string, int>();
        var callers = Enumerable.Range(0, order.Callers).Select(_ => Task.Run(CallOneAsync)).ToList();
        await start;
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(callers);
        return new WorkerReport { Succeeded = succeeded, Failures = failures, Milliseconds = Stopwatch.GetElapsedTime(started).TotalMilliseconds };

        async Task CallOneAsync()
        {
            await start;
            var first = Stopwatch.GetTimestamp();
            do
            {
                try
                {
                    await client.Account.GetAsync();
                    Interlocked.Increment(ref succeeded);
                }
                catch (AmoCrmException exception)
                {
                    failures.AddOrUpdate($"{exception.GetType().Name}: {exception.Message}", 1, static (_, count) => count + 1);
                }

                if (order.RepeatFor > TimeSpan.Zero)
                {
                    await Task.Delay(BetweenCalls);
                }
            }
            while (Stopwatch.GetElapsedTime(first) < order.RepeatFor);
        }
    }
}
