namespace AmoCrm.Emulator.Limits;

/// <summary>Arrivals of the last second, in the order of their times: how many of them fall into any one second.</summary>
internal sealed class SlidingWindow
{
    private const long Window = TimeSpan.TicksPerSecond;

    /// <summary>As long again, because a request that comes late shares seconds with earlier ones than the newest does.</summary>
    private const long Kept = 2 * Window;

    private readonly List<long> _ticks = [];

    /// <summary>The most arrivals in any one second that holds this moment, with one more at this moment.</summary>
    public int MostWith(DateTimeOffset time)
    {
        var moment = time.UtcTicks;
        Forget(moment);
        var most = FirstFrom(moment + Window) - FirstFrom(moment);
        for (var start = FirstFrom(moment - Window + 1); start < _ticks.Count && _ticks[start] <= moment; start++)
        {
            var end = FirstFrom(_ticks[start] + Window);
            most = Math.Max(most, end - start);
            if (end == _ticks.Count)
            {
                // A later start reaches nothing that this one does not.
                break;
            }
        }

        return most + 1;
    }

    public void Add(DateTimeOffset time) => _ticks.Insert(FirstFrom(time.UtcTicks + 1), time.UtcTicks);

    /// <summary>Requests come late by an instant only: a moment long before the newest means that the clock was set back.</summary>
    private void Forget(long moment)
    {
        if (_ticks.Count > 0 && moment < _ticks[^1] - Kept)
        {
            _ticks.Clear();
        }

        _ticks.RemoveRange(0, FirstFrom(moment - Kept));
    }

    /// <summary>The index of the first arrival at or after a moment.</summary>
    private int FirstFrom(long moment)
    {
        var (low, high) = (0, _ticks.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _ticks[middle] < moment ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
