using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace AmoCrm.Sdk.Tests.TestSupport;

/// <summary>Listens to everything that a program can tell about itself (logs of all levels, traces and metrics of all sources) and looks for secrets in it.</summary>
internal sealed class CanaryWatch : IDisposable
{
    private readonly ConcurrentQueue<string> _seen = new();
    private readonly FakeLoggerProvider _logs = new();
    private readonly ActivityListener _activities;
    private readonly MeterListener _meters = new();

    public CanaryWatch()
    {
        Loggers = LoggerFactory.Create(builder => builder.SetMinimumLevel(LogLevel.Trace).AddProvider(_logs));
        _activities = new ActivityListener
        {
            ShouldListenTo = static _ => true,
            Sample = static (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => See(
                activity.DisplayName, activity.StatusDescription, string.Join(' ', activity.TagObjects), string.Join(' ', activity.Baggage),
                string.Join(' ', activity.Events.Select(item => $"{item.Name} {string.Join(' ', item.Tags)}"))),
        };
        ActivitySource.AddActivityListener(_activities);
        _meters.InstrumentPublished = static (instrument, listener) => listener.EnableMeasurementEvents(instrument);
        _meters.SetMeasurementEventCallback<long>((instrument, _, tags, _) => See(instrument.Name, Text(tags)));
        _meters.SetMeasurementEventCallback<double>((instrument, _, tags, _) => See(instrument.Name, Text(tags)));
        _meters.Start();
    }

    public ILoggerFactory Loggers { get; }

    public FakeLogCollector Logs => _logs.Collector;

    /// <summary>What an exception would show in a log: its messages and traces, those inside it, its data, and its members in turn.</summary>
    public void See(Exception exception)
    {
        See(exception.ToString());
        for (var inner = exception; inner is not null; inner = inner.InnerException)
        {
            See(inner.Message, string.Join(' ', inner.Data.Cast<object>()), inner is AmoCrmApiException api ? api.Error.ToString() : null);
        }
    }

    public void See(params string?[] texts)
    {
        foreach (var text in texts)
        {
            _seen.Enqueue(text ?? string.Empty);
        }
    }

    public void AssertNone(params IReadOnlyCollection<string> secrets)
    {
        foreach (var log in _logs.Collector.GetSnapshot())
        {
            See(log.Message, log.Exception?.ToString(), string.Join(' ', log.StructuredState ?? []), string.Join(' ', log.Scopes));
        }

        Assert.NotEmpty(_seen);
        foreach (var secret in secrets)
        {
            Assert.DoesNotContain(_seen, text => text.Contains(secret, StringComparison.OrdinalIgnoreCase));
        }
    }

    public void Dispose()
    {
        _activities.Dispose();
        _meters.Dispose();
        Loggers.Dispose();
    }

    private static string Text(ReadOnlySpan<KeyValuePair<string, object?>> tags) => string.Join(' ', tags.ToArray());
}
