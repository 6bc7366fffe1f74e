using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace AmoCrm.Sdk.Tests.TestSupport;

/// <summary>The traces and metrics of this SDK, as far as they come from what the test itself calls: other tests run beside it.</summary>
internal sealed class TelemetryWatch : IDisposable
{
    private static readonly AsyncLocal<TelemetryWatch?> Current = new();

    private readonly ActivityListener _activities;
    private readonly MeterListener _meters = new();
    private readonly ConcurrentQueue<Activity> _stopped = new();
    private readonly ConcurrentQueue<(string Name, double Value, Dictionary<string, object?> Tags)> _measured = new();

    public TelemetryWatch()
    {
        Current.Value = this;
        _activities = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == "AmoCrm.Sdk",
            Sample = static (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                if (Current.Value == this)
                {
                    _stopped.Enqueue(activity);
                }
            },
        };
        ActivitySource.AddActivityListener(_activities);
        _meters.InstrumentPublished = static (instrument, listener) =>
        {
            if (instrument.Meter.Name == "AmoCrm.Sdk")
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _meters.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Note(instrument, value, tags));
        _meters.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Note(instrument, value, tags));
        _meters.Start();
    }

    /// <summary>The activities that have ended, in this order.</summary>
    public IReadOnlyList<Activity> Activities => [.. _stopped];

    /// <summary>Everything that tags say.</summary>
    public IEnumerable<string> Texts =>
    [
        .. _stopped.SelectMany(static activity => activity.TagObjects.Select(static tag => $"{tag.Key}={tag.Value}").Append(activity.DisplayName).Append(activity.StatusDescription ?? string.Empty)),
        .. _measured.SelectMany(static measured => measured.Tags.Select(static tag => $"{tag.Key}={tag.Value}")),
    ];

    /// <summary>The measurements of an instrument; its name without the prefix of all of them.</summary>
    public IReadOnlyList<(double Value, Dictionary<string, object?> Tags)> Of(string instrument) =>
        [.. _measured.Where(measured => measured.Name == $"amocrm.client.{instrument}").Select(static measured => (measured.Value, measured.Tags))];

    public void Dispose()
    {
        Current.Value = null;
        _activities.Dispose();
        _meters.Dispose();
    }

    private void Note(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (Current.Value == this)
        {
            _measured.Enqueue((instrument.Name, value, new Dictionary<string, object?>(tags.ToArray(), StringComparer.Ordinal)));
        }
    }
}
