using Microsoft.Extensions.Logging;

namespace AmoCrm.Sdk.Telemetry;

/// <summary>The log messages about requests. Paths appear as templates: ids, queries, bodies and tokens do not.</summary>
internal static partial class RequestLog
{
    public const string Category = "AmoCrm.Sdk";

    [LoggerMessage(1, LogLevel.Debug, "{Handler}: {Method} {PathTemplate} answered {StatusCode} in {Milliseconds:F0} ms (attempts: {Attempts})")]
    public static partial void Answered(ILogger logger, string handler, string method, string pathTemplate, int statusCode, double milliseconds, int attempts);

    [LoggerMessage(2, LogLevel.Warning, "{Handler}: {Method} {PathTemplate} failed: {Error} after {Milliseconds:F0} ms (attempts: {Attempts})")]
    public static partial void Failed(ILogger logger, string handler, string method, string pathTemplate, string error, double milliseconds, int attempts);

    [LoggerMessage(3, LogLevel.Information, "{Handler}: the access token of agent {AgentId} was refused; another one is there, the request is sent once more")]
    public static partial void TokenReplaced(ILogger logger, string handler, string agentId);

    [LoggerMessage(4, LogLevel.Warning, "Requests of agent {AgentId} go to the emulator at {Address}, not to amoCRM")]
    public static partial void Emulated(ILogger logger, string agentId, string address);

    [LoggerMessage(5, LogLevel.Information, "{Handler}: {Error}; it is sent again in {Milliseconds:F0} ms")]
    public static partial void Retrying(ILogger logger, string handler, string error, double milliseconds);

    [LoggerMessage(6, LogLevel.Error, "{Host} answered agent {AgentId} with amoCRM's block page: nothing is sent to it until {Until:HH:mm:ss} UTC, then one request to see. Ask amoCRM's support")]
    public static partial void Blocked(ILogger logger, string host, string agentId, DateTime until);
}
