using AmoCrm.Emulator.Faults;

namespace AmoCrm.Emulator.Latencies;

/// <summary>The latencies in order; the first that matches a request says how long its answer waits.</summary>
internal sealed class LatencyProfile(int? seed)
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    private readonly SyncRoot _gate = new();
    private readonly List<(RequestPattern Pattern, EmulatorLatency Latency)> _latencies = [];
    private readonly Random _dice = SeededRandom.Create(seed);

    public IReadOnlyList<EmulatorLatency> All
    {
        get
        {
            lock (_gate)
            {
                return _latencies.Select(entry => entry.Latency).ToList();
            }
        }
    }

    /// <exception cref="ArgumentException">The times are no range.</exception>
    public void Add(EmulatorLatency latency)
    {
        if (latency.Minimum < TimeSpan.Zero || latency.Maximum < latency.Minimum || latency.Maximum > Longest)
        {
            throw new ArgumentException($"A latency is from 0 to one day with Minimum up to Maximum, not from {latency.Minimum} to {latency.Maximum}.", nameof(latency));
        }

        lock (_gate)
        {
            _latencies.Add((new RequestPattern(latency.Method, latency.Path), latency));
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _latencies.Clear();
        }
    }

    public TimeSpan Of(string method, string path)
    {
        lock (_gate)
        {
            return _latencies.Find(entry => entry.Pattern.Matches(method, path)).Latency is { } latency
                ? latency.Minimum + ((latency.Maximum - latency.Minimum) * _dice.NextDouble())
                : TimeSpan.Zero;
        }
    }
}
