using AmoCrm.Sdk;

namespace AmoCrm.Cli.Tokens;

/// <summary>Who an agent is at amoCRM, and how its tokens stand.</summary>
/// <param name="Agent">The agent.</param>
/// <param name="Place">Where its settings come from.</param>
/// <param name="Host">The account's host; null when the settings name none.</param>
/// <param name="Account">What amoCRM says of the account; null when it does not let the agent in.</param>
/// <param name="Standing">The tokens.</param>
/// <param name="Problem">Why amoCRM does not let the agent in; null when it does.</param>
internal sealed record Identity(string Agent, string Place, string? Host, Account? Account, TokenStanding Standing, string? Problem)
{
    /// <summary>What a person should do; null for nothing.</summary>
    public string? Remedy => StandingWords.Remedy(Standing, Agent, isRefused: Problem is not null);
}
