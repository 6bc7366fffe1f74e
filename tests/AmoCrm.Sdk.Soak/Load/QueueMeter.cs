using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace AmoCrm.Sdk.Soak.Load;

/// <summary>Listens to how long requests of a priority waited for their permits.</summary>
internal sealed class QueueMeter : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly ConcurrentBag<double> _seconds = [];

    public QueueMeter(string priority)
    {
        _listener.InstrumentPublished = static (instrument, listener) =>
        {
            if (instrument is { Meter.Name: "AmoCrm.Sdk", Name: "amocrm.client.queue.duration" })
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<double>((_, seconds, tags, _) =>
        {
            foreach (var tag in tags)
            {
                if (tag.Key == "amocrm.priority" && Equals(tag.Value, priority))
                {
                    _seconds.Add(seconds);
                }
            }
        });
        _listener.Start();
    }

    public IReadOnlyList<double> Seconds => [.. _seconds.Order()];

    public void Dispose() => _listener.Dispose();
}
