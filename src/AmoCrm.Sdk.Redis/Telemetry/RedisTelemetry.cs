using System.Diagnostics.Metrics;

namespace AmoCrm.Sdk.Redis.Telemetry;

/// <summary>The metrics of the limiter.</summary>
internal static class RedisTelemetry
{
    /// <summary>The name of the meter.</summary>
    public const string Name = "AmoCrm.Sdk.Redis";

    private static Meter Meter { get; } = new(Name, typeof(RedisTelemetry).Assembly.GetName().Version?.ToString(3) ?? "0.0.0");

    /// <summary>How often processes began to go by their own share.</summary>
    public static Counter<long> Fallbacks { get; } = Meter.CreateCounter<long>(
        "amocrm.redis.fallbacks", "{fallback}", "How often Redis was lost, so that the process kept to its own share of the limits.");

    private static Counter<long> Decisions { get; } = Meter.CreateCounter<long>(
        "amocrm.redis.decisions", "{decision}", "Questions to Redis whether a request may go: given, later or failed.");

    public static void Decided(string outcome) => Decisions.Add(1, new KeyValuePair<string, object?>("amocrm.redis.outcome", outcome));
}
