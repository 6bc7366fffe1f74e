using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;

namespace AmoCrm.Sdk.Benchmarks.Data;

/// <summary>Listens to the SDK's traces, metrics and logs and does nothing with them.</summary>
internal sealed class Observers : ILoggerFactory, ILogger
{
    private const string Name = "AmoCrm.Sdk";

    private readonly ActivityListener _activities;
    private readonly MeterListener _meters = new();
    private bool _traced;
    private bool _measured;
    private bool _logged;

    public Observers()
    {
        _activities = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == Name,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = _ => _traced = true,
        };
        ActivitySource.AddActivityListener(_activities);
        _meters.InstrumentPublished = static (instrument, listener) =>
        {
            if (instrument.Meter.Name == Name)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _meters.SetMeasurementEventCallback<double>((_, _, _, _) => _measured = true);
        _meters.SetMeasurementEventCallback<long>((_, _, _, _) => _measured = true);
        _meters.Start();
    }

    /// <summary>Whether there were traces, metrics and logs.</summary>
    public (bool Traces, bool Metrics, bool Logs) Heard => (_traced, _measured, _logged);

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => _logged = true;

    public void Dispose()
    {
        _activities.Dispose();
        _meters.Dispose();
    }
}
