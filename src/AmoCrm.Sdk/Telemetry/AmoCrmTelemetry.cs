using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace AmoCrm.Sdk.Telemetry;

/// <summary>The traces and metrics of this SDK. Labels are handlers, methods, statuses and kinds of errors: few values, nothing secret. docs/telemetry.md lists them.</summary>
internal static class AmoCrmTelemetry
{
    /// <summary>The name of the activity source and of the meter.</summary>
    public const string Name = "AmoCrm.Sdk";

    /// <summary>The name of the activities of single attempts, inside that of their call.</summary>
    public const string AttemptActivity = "amocrm.attempt";

    public static string Version { get; } = typeof(AmoCrmTelemetry).Assembly.GetName().Version?.ToString(3) ?? "0.0.0";

    public static ActivitySource Source { get; } = new(Name, Version);

    private static Meter Meter { get; } = new(Name, Version);

    // What collectors take when nobody tells them better is made for milliseconds.
    private static InstrumentAdvice<double> Seconds { get; } = new() { HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.1, 0.15, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60] };

    /// <summary>How long requests took with all that belongs to them.</summary>
    public static Histogram<double> Duration { get; } = Meter.CreateHistogram(
        "amocrm.client.request.duration", "s", "Duration of requests to amoCRM, with waiting and repetitions.", tags: null, Seconds);

    public static UpDownCounter<long> Active { get; } = Meter.CreateUpDownCounter<long>(
        "amocrm.client.active_requests", "{request}", "Requests to amoCRM that are under way.");

    public static Counter<long> Attempts { get; } = Meter.CreateCounter<long>(
        "amocrm.client.attempts", "{attempt}", "Attempts to send a request to amoCRM; more than the requests when some were repeated.");

    public static Histogram<double> QueueDuration { get; } = Meter.CreateHistogram(
        "amocrm.client.queue.duration", "s", "How long attempts waited for a permit of the rate limiter.", tags: null, Seconds);

    public static Counter<long> Retries { get; } = Meter.CreateCounter<long>(
        "amocrm.client.retries", "{retry}", "Repetitions, by what had gone wrong before.");

    public static Counter<long> RateLimited { get; } = Meter.CreateCounter<long>(
        "amocrm.client.rate_limited", "{answer}", "Answers 429: somebody else uses up the limit, or the limiter is set too high.");

    public static Counter<long> OutcomesUnknown { get; } = Meter.CreateCounter<long>(
        "amocrm.client.outcomes_unknown", "{request}", "Writes of which nobody knows whether amoCRM carried them out.");

    public static Counter<long> Blocks { get; } = Meter.CreateCounter<long>(
        "amocrm.client.blocks", "{block}", "Block pages of amoCRM after which nothing is sent to the account for a while.");

    public static Counter<long> Pages { get; } = Meter.CreateCounter<long>(
        "amocrm.client.pages", "{page}", "Pages of lists that enumerations read.");

    public static Counter<long> PageItems { get; } = Meter.CreateCounter<long>(
        "amocrm.client.page.items", "{item}", "Items on the pages that enumerations read.");

    public static Counter<long> BulkItems { get; } = Meter.CreateCounter<long>(
        "amocrm.client.bulk.items", "{item}", "Items of bulk writes, by what became of them.");

    /// <summary>What became of refreshes that reached amoCRM, by the state they left behind.</summary>
    public static Counter<long> TokenRefreshes { get; } = Meter.CreateCounter<long>(
        "amocrm.client.token_refreshes", "{refresh}", "Refreshes of tokens: authorized, outcome_unknown or reauthorization_required.");
}
