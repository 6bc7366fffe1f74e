using System.Diagnostics;

namespace AmoCrm.Sdk.Fuzzing.Running;

/// <summary>Ends the process when one input takes too long: by the processor's time, for the machine may be busy with other things, or when it waits for nothing.</summary>
/// <param name="state">Where it is noted.</param>
/// <param name="limit">How much of the processor's time one input may take.</param>
internal sealed class Watchdog(WorkerState state, TimeSpan limit) : IDisposable
{
    private static readonly TimeSpan MostTime = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    private readonly Lock _gate = new();
    private Timer? _timer;
    private long _run = -1;
    private long _started;
    private TimeSpan _worked;

    public void Start() => _timer = new Timer(_ => Look(), null, Interval, Interval);

    public void Dispose() => _timer?.Dispose();

    private void Look()
    {
        lock (_gate)
        {
            var worked = Environment.CpuUsage.TotalTime;
            if (state.Runs != _run)
            {
                (_run, _started, _worked) = (state.Runs, Stopwatch.GetTimestamp(), worked);
            }
            else if (worked - _worked > limit || Stopwatch.GetElapsedTime(_started) > MostTime)
            {
                state.IsHanging = true;
                Process.GetCurrentProcess().Kill();
            }
        }
    }
}
