using System.Globalization;
using AmoCrm.Sdk;

namespace AmoCrm.Cli.Tokens;

/// <summary>How tokens stand, in words.</summary>
internal static class StandingWords
{
    /// <summary>The names of the states, the same as in documents.</summary>
    public static string Of(AmoCrmAuthorizationState state) => state switch
    {
        AmoCrmAuthorizationState.Authorized => "authorized",
        AmoCrmAuthorizationState.OutcomeUnknown => "outcome_unknown",
        _ => "reauthorization_required",
    };

    /// <summary>The names of the kinds in JSON.</summary>
    public static string Of(TokenKind kind) => kind switch
    {
        TokenKind.None => "none",
        TokenKind.LongLived => "long_lived",
        TokenKind.Refreshed => "refreshed",
        _ => "fixed",
    };

    public static string Describe(TokenKind kind) => kind switch
    {
        TokenKind.None => "none",
        TokenKind.LongLived => "long-lived: nothing refreshes it",
        TokenKind.Refreshed => "refreshed before it ends",
        _ => "used until it ends: a new pair could not be kept here",
    };

    /// <summary>The name of the state; null where there are no tokens that could be in one.</summary>
    public static string? StateOf(TokenStanding standing) => standing.Kind == TokenKind.None ? null : Of(standing.State);

    /// <summary>What a person should do; null for nothing.</summary>
    /// <param name="standing">The tokens.</param>
    /// <param name="agent">Whose they are.</param>
    /// <param name="isRefused">Whether amoCRM has just refused them.</param>
    public static string? Remedy(TokenStanding standing, string agent, bool isRefused = false) => standing switch
    {
        { Kind: TokenKind.None } => $"There are no tokens: authorise the integration with 'amocrm login{Agent(agent)}', or put a long-lived token there with 'amocrm settings set access_token=-{Agent(agent)}'.",
        { State: AmoCrmAuthorizationState.OutcomeUnknown } =>
            $"amoCRM's answer to a refresh was lost, and perhaps the new tokens with it: authorise again with 'amocrm login{Agent(agent)}' before the access token ends.",
        { State: AmoCrmAuthorizationState.ReauthorizationRequired } => $"The refresh token is of no use any more: authorise again with 'amocrm login{Agent(agent)}'.",
        _ when isRefused => $"amoCRM does not take the access token: authorise again with 'amocrm login{Agent(agent)}', or put a new long-lived token there with 'amocrm settings set access_token=-{Agent(agent)}'.",
        _ => null,
    };

    /// <summary>A moment, in UTC.</summary>
    public static string At(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>How long, in the largest unit of which there are at least two.</summary>
    public static string Long(TimeSpan span) => span switch
    {
        { TotalDays: >= 2 } => Count(span.TotalDays, "days"),
        { TotalHours: >= 2 } => Count(span.TotalHours, "hours"),
        { TotalMinutes: >= 2 } => Count(span.TotalMinutes, "minutes"),
        _ => "less than two minutes",
    };

    private static string Count(double number, string unit) => string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(number):0} {unit}");

    private static string Agent(string agent) => agent == AmoCrmClientOptions.DefaultAgentId ? "" : $" --agent {agent}";
}
