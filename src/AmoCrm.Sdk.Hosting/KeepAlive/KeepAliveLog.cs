using Microsoft.Extensions.Logging;

namespace AmoCrm.Sdk.Hosting;

/// <summary>The log messages of the keep-alive. They name agents, never a token or a secret.</summary>
internal static partial class KeepAliveLog
{
    [LoggerMessage(50, LogLevel.Information, "The tokens of agent {AgentId}, which had not been refreshed for a while, are alive: {Result}")]
    public static partial void KeptAlive(ILogger logger, string agentId, AmoCrmTokenRefreshResult result);

    [LoggerMessage(51, LogLevel.Error, "The tokens of agent {AgentId} cannot be kept alive: a person has to authorise the integration again. This is said once")]
    public static partial void ReauthorizationRequired(ILogger logger, string agentId);

    [LoggerMessage(52, LogLevel.Warning, "The tokens of agent {AgentId} were not refreshed, and will be tried again: {Problem}")]
    public static partial void AgentFailed(ILogger logger, string agentId, string problem);

    [LoggerMessage(53, LogLevel.Warning, "The agents of the store could not be listed, so no tokens were looked after this time: {Problem}")]
    public static partial void ListFailed(ILogger logger, string problem);

    [LoggerMessage(54, LogLevel.Warning, "The tokens of agent {AgentId} were waited for in vain for {Limit}; a refresh that has begun goes on, the other agents are looked after, and this one will be tried again")]
    public static partial void TookTooLong(ILogger logger, string agentId, TimeSpan limit);
}
