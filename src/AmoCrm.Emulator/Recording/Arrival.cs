using System.Diagnostics;

namespace AmoCrm.Emulator.Recording;

/// <summary>When a request arrived: its number, the emulator's time, and the stopwatch.</summary>
internal sealed record Arrival(long Sequence, DateTimeOffset Time)
{
    private readonly long _started = Stopwatch.GetTimestamp();

    public string RequestId => $"emu-{Sequence:d8}";

    public double Milliseconds => Stopwatch.GetElapsedTime(_started).TotalMilliseconds;
}
