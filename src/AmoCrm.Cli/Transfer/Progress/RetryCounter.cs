using System.Diagnostics.Metrics;

namespace AmoCrm.Cli.Transfer.Progress;

/// <summary>Counts what did not work at once, as the SDK's metrics tell it: repetitions, and answers 429.</summary>
internal sealed class RetryCounter : IDisposable
{
    private readonly MeterListener _listener = new();
    private long _count;

    public RetryCounter()
    {
        _listener.InstrumentPublished = static (instrument, listener) =>
        {
            if (instrument is { Meter.Name: "AmoCrm.Sdk", Name: "amocrm.client.retries" or "amocrm.client.rate_limited" })
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((_, measurement, _, _) => Interlocked.Add(ref _count, measurement));
        _listener.Start();
    }

    public long Count => Interlocked.Read(ref _count);

    public void Dispose() => _listener.Dispose();
}
