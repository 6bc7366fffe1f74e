using Microsoft.Extensions.Logging;

namespace AmoCrm.Sdk.Redis.Telemetry;

/// <summary>The log messages of the limiter. They name no server and hold no connection string.</summary>
internal static partial class RedisLimiterLog
{
    public const string Category = "AmoCrm.Sdk.Redis";

    [LoggerMessage(
        60,
        LogLevel.Warning,
        "Redis does not decide about amoCRM's limits: {Problem}. Until it is back this process keeps to its own share: {Integration} requests of an integration and {Account} of an account in {Seconds:F2} s (processes that were seen: {Processes})")]
    public static partial void Lost(ILogger logger, string problem, int integration, int account, double seconds, int processes);

    [LoggerMessage(61, LogLevel.Information, "Redis is back: it decides about amoCRM's limits again")]
    public static partial void Back(ILogger logger);

    [LoggerMessage(62, LogLevel.Warning, "Redis does not know any more what it gave a moment ago: nothing is sent for one window. It was emptied, or another server took its place")]
    public static partial void Forgotten(ILogger logger);
}
