using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace AmoCrm.Sdk.Telemetry;

/// <summary>The traces and metrics of this SDK. Labels are handlers, methods, statuses and kinds of errors: few values, nothing secret.</summary>
internal static class AmoCrmTelemetry
{
    /// <summary>The name of the activity source and of the meter.</summary>
    public const string Name = "AmoCrm.Sdk";

    public static string Version { get; } = typeof(AmoCrmTelemetry).Assembly.GetName().Version?.ToString(3) ?? "0.0.0";

    public static ActivitySource Source { get; } = new(Name, Version);

    private static Meter Meter { get; } = new(Name, Version);

    /// <summary>How long requests took with all that belongs to them.</summary>
    public static Histogram<double> Duration { get; } = Meter.CreateHistogram<double>(
        "amocrm.client.request.duration", "s", "Duration of requests to amoCRM, with waiting and repetitions.");

    public static UpDownCounter<long> Active { get; } = Meter.CreateUpDownCounter<long>(
        "amocrm.client.active_requests", "{request}", "Requests to amoCRM that are under way.");

    public static Counter<long> Attempts { get; } = Meter.CreateCounter<long>(
        "amocrm.client.attempts", "{attempt}", "Attempts to send a request to amoCRM; more than the requests when some were repeated.");

    /// <summary>What became of refreshes that reached amoCRM, by the state they left behind.</summary>
    public static Counter<long> TokenRefreshes { get; } = Meter.CreateCounter<long>(
        "amocrm.client.token_refreshes", "{refresh}", "Refreshes of tokens: authorized, outcome_unknown or reauthorization_required.");
}
