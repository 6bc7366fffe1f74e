using Microsoft.Extensions.Logging;

namespace AmoCrm.Sdk.Auth;

/// <summary>The log messages about tokens. They name agents and hosts, never a token, a code or a secret.</summary>
internal static partial class AuthLog
{
    public const string Category = "AmoCrm.Sdk.Auth";

    [LoggerMessage(20, LogLevel.Information, "The tokens of agent {AgentId} were refreshed")]
    public static partial void Refreshed(ILogger logger, string agentId);

    [LoggerMessage(21, LogLevel.Debug, "The tokens of agent {AgentId} are being refreshed by somebody else: waiting")]
    public static partial void Waiting(ILogger logger, string agentId);

    [LoggerMessage(22, LogLevel.Warning, "The tokens of agent {AgentId} were not refreshed: {Error}. Calls go on with the access token that is there")]
    public static partial void EarlyRefreshFailed(ILogger logger, string agentId, string error);

    [LoggerMessage(23, LogLevel.Warning, "The answer to a refresh of the tokens of agent {AgentId} was lost: its refresh token may be spent. Authorise the integration again before the access token ends")]
    public static partial void OutcomeUnknown(ILogger logger, string agentId);

    [LoggerMessage(24, LogLevel.Error, "The refresh token of agent {AgentId} is of no use any more: authorise the integration again")]
    public static partial void ReauthorizationRequired(ILogger logger, string agentId);

    [LoggerMessage(25, LogLevel.Critical, "New tokens of agent {AgentId} could not be written to the store; they are kept in the memory of this process, and written as soon as it can be reached. Do not stop the process")]
    public static partial void NotKeptYet(ILogger logger, string agentId);

    [LoggerMessage(26, LogLevel.Warning, "Somebody wrote other tokens of agent {AgentId} while a new pair was received: theirs are used, ours are kept aside")]
    public static partial void KeptAside(ILogger logger, string agentId);

    [LoggerMessage(27, LogLevel.Information, "The tokens of agent {AgentId} that had been kept aside take the place of those that were refused")]
    public static partial void TakenFromAside(ILogger logger, string agentId);

    [LoggerMessage(28, LogLevel.Information, "The account of agent {AgentId} was renamed: it is {Host} now")]
    public static partial void Renamed(ILogger logger, string agentId, string host);

    [LoggerMessage(29, LogLevel.Debug, "The previous tokens of agent {AgentId} could not be dropped: {Error}")]
    public static partial void ProofNotWritten(ILogger logger, string agentId, string error);

    [LoggerMessage(30, LogLevel.Warning, "The lease on the tokens of agent {AgentId} could not be given back: {Error}. It ends by itself")]
    public static partial void LeaseNotReleased(ILogger logger, string agentId, string error);

    [LoggerMessage(36, LogLevel.Warning, "What became of a refresh of the tokens of agent {AgentId} could not be noted: {Error}. The next one treats it as unknown")]
    public static partial void NoteNotWritten(ILogger logger, string agentId, string error);

    [LoggerMessage(31, LogLevel.Error, "A handler of a token event of agent {AgentId} threw {Exception}")]
    public static partial void HandlerFailed(ILogger logger, string agentId, string exception);

    [LoggerMessage(32, LogLevel.Information, "New tokens of agent {AgentId} are in the store after all")]
    public static partial void KeptAfterAll(ILogger logger, string agentId);

    [LoggerMessage(33, LogLevel.Information, "Agent {AgentId} was authorised in the account {Host}")]
    public static partial void Authorized(ILogger logger, string agentId, string host);

    [LoggerMessage(34, LogLevel.Warning, "The tokens of a new authorisation of agent {AgentId} could not be written to the store yet: it is tried again")]
    public static partial void AuthorizationNotKeptYet(ILogger logger, string agentId);

    [LoggerMessage(35, LogLevel.Error, "The tokens of a new authorisation of agent {AgentId} could not be written to the store and are given up: authorise the integration again")]
    public static partial void AuthorizationNotKept(ILogger logger, string agentId);
}
