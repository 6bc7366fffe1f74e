namespace AmoCrm.Sdk.Soak.Kill;

/// <summary>What became of one run.</summary>
/// <param name="Verdict">The verdict.</param>
/// <param name="AnswerWasLost">What amoCRM knows: it had rotated the refresh token, and the pair that it gave is not in the store.</param>
/// <param name="WaitMilliseconds">How long the first call of the next process took.</param>
/// <param name="Problem">What is wrong, where something is.</param>
internal sealed record KillOutcome(KillVerdict Verdict, bool AnswerWasLost, double WaitMilliseconds, string? Problem = null);
