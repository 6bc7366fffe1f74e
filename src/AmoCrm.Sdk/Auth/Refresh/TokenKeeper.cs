namespace AmoCrm.Sdk.Auth.Refresh;

/// <summary>
/// Puts a new pair into the store before anybody uses it. From the answer on this process is the only one that knows it: so it is written again and again until the
/// store has it, and when somebody else wrote another pair meanwhile, ours is kept beside theirs.
/// </summary>
/// <param name="context">What refreshes share.</param>
/// <param name="agentId">The agent.</param>
/// <param name="flight">Those who wait, who are told when it takes long.</param>
internal sealed class TokenKeeper(TokenRefreshContext context, string agentId, TokenFlight flight)
{
    /// <summary>Writes the pair.</summary>
    /// <param name="record">The record under which the old refresh token was spent.</param>
    /// <param name="answer">The pair.</param>
    /// <returns>True when it is the agent's pair now; false when somebody else's is, and ours is kept aside.</returns>
    public async Task<bool> KeepAsync(AmoCrmTokenRecord record, TokenAnswer answer)
    {
        var spent = record.Settings.RefreshToken;
        var isLate = false;
        var kept = await new StubbornTokenWrite(context.Store, agentId, context.Time).RunAsync(
            record,
            current => current.Settings.RefreshToken == spent ? InPlace(current, answer) : Beside(current, answer, record.Notes.Lease?.Owner),
            current => IsInPlace(current) || current.Notes.Aside.Any(pair => pair.RefreshToken == answer.RefreshToken),
            failure =>
            {
                if (failure is not null && !isLate)
                {
                    isLate = true;
                    flight.Fail(AuthErrors.NotKeptYet(agentId, failure));
                    AuthLog.NotKeptYet(context.Logger, agentId);
                }
            }).ConfigureAwait(false);
        if (isLate)
        {
            AuthLog.KeptAfterAll(context.Logger, agentId);
        }

        return IsInPlace(kept);

        // Somebody may have found it there, and refreshed it again, before a writing without an answer was looked at.
        bool IsInPlace(AmoCrmTokenRecord current) =>
            (current.Settings.RefreshToken == answer.RefreshToken && (current.Settings.AccessToken == answer.AccessToken || answer.RefreshToken != spent))
            || (current.Notes.Previous?.RefreshToken == answer.RefreshToken && answer.RefreshToken != spent);
    }

    // The lease ends with the writing. What was aside stays: it may still be of use.
    private static AmoCrmTokenRecord InPlace(AmoCrmTokenRecord record, TokenAnswer answer) => record with
    {
        Settings = record.Settings with { AccessToken = answer.AccessToken, RefreshToken = answer.RefreshToken },
        Notes = record.Notes with
        {
            Lease = null,
            Spending = null,
            Previous = new AmoCrmTokenPair(record.Settings.AccessToken, record.Settings.RefreshToken, record.ReadAt),
            RefreshedAt = record.ReadAt,
        },
    };

    // Whoever wrote the other pair may be refreshing it already: only what is of our own run ends with it.
    private static AmoCrmTokenRecord Beside(AmoCrmTokenRecord record, TokenAnswer answer, string? owner) => record with
    {
        Notes = record.Notes with
        {
            Lease = record.Notes.Lease?.Owner == owner ? null : record.Notes.Lease,
            Spending = record.Notes.Spending?.Owner == owner ? null : record.Notes.Spending,
            Aside = [.. record.Notes.Aside, new AmoCrmTokenPair(answer.AccessToken, answer.RefreshToken, record.ReadAt)],
        },
    };
}
