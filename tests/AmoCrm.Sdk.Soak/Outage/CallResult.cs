namespace AmoCrm.Sdk.Soak.Outage;

/// <summary>What became of a call.</summary>
/// <param name="Took">How long it took.</param>
/// <param name="Failure">Why it failed; null when it did not.</param>
internal sealed record CallResult(TimeSpan Took, AmoCrmException? Failure);
