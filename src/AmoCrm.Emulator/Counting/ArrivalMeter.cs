using AmoCrm.Emulator.Limits;

namespace AmoCrm.Emulator.Counting;

/// <summary>The most arrivals within any one second that any key ever had.</summary>
internal sealed class ArrivalMeter<TKey>
    where TKey : notnull
{
    private readonly Dictionary<TKey, SlidingWindow> _windows = [];

    public int Most { get; private set; }

    public void Add(TKey key, DateTimeOffset arrived)
    {
        if (!_windows.TryGetValue(key, out var window))
        {
            _windows[key] = window = new SlidingWindow();
        }

        Most = Math.Max(Most, window.MostWith(arrived));
        window.Add(arrived);
    }

    public void Clear()
    {
        _windows.Clear();
        Most = 0;
    }
}
