using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace AmoCrm.Sdk.Hosting;

/// <summary>How one agent is.</summary>
/// <param name="Status">What it means for the whole.</param>
/// <param name="State">One word, for programs.</param>
/// <param name="Problem">A sentence for a person with the remedy in it; null when nothing is wrong.</param>
internal sealed record AgentHealth(HealthStatus Status, string State, string? Problem = null)
{
    public static AgentHealth SettingsOnly { get; } = new(HealthStatus.Healthy, "settings_only");

    public static AgentHealth Unreadable(string problem) => new(HealthStatus.Unhealthy, "unreadable", problem);

    public static AgentHealth Of(string agentId, AmoCrmTokenRecord record, TimeSpan warningAge)
    {
        switch (record.AuthorizationState)
        {
            case AmoCrmAuthorizationState.ReauthorizationRequired:
                return new(HealthStatus.Unhealthy, "reauthorization_required", $"Agent '{agentId}' has to be authorised again by a person: its refresh token is of no use any more.");
            case AmoCrmAuthorizationState.OutcomeUnknown:
                return new(
                    HealthStatus.Degraded,
                    "outcome_unknown",
                    $"The answer to a refresh of agent '{agentId}' was lost: authorise it again before its access token ends, to be on the safe side.");
        }

        if (record.Settings.RefreshToken is null)
        {
            return OfAccessToken(agentId, record);
        }

        return TokenTimes.AgeOf(record) >= warningAge
            ? new(
                HealthStatus.Degraded,
                "refresh_token_ends_soon",
                $"The refresh token of agent '{agentId}' is {(int)TokenTimes.AgeOf(record)!.Value.TotalDays} days old and lives for three months: call amoCRM with it, or add the keep-alive (AddKeepAlive).")
            : Authorized;
    }

    private static AgentHealth Authorized { get; } = new(HealthStatus.Healthy, "authorized");

    private static AgentHealth OfAccessToken(string agentId, AmoCrmTokenRecord record)
    {
        if (record.Settings.AccessToken is not { } token)
        {
            return new(HealthStatus.Degraded, "not_authorized", $"Agent '{agentId}' has no tokens yet: authorise the integration.");
        }

        return TokenTimes.EndOf(token) <= record.ReadAt
            ? new(HealthStatus.Unhealthy, "access_token_ended", $"The long-lived access token of agent '{agentId}' has ended: make a new one in the integration's keys.")
            : Authorized;
    }
}
