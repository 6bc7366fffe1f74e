namespace AmoCrm.Sdk.Fuzzing.Targets;

/// <summary>What came of a call.</summary>
/// <param name="Result">What it gave, as bytes; null when it was refused.</param>
/// <param name="Failure">The exception's type and sentence; null for none.</param>
/// <param name="Taken">How much of the answer was taken from the connection.</param>
internal sealed record ResponseOutcome(byte[]? Result, string? Failure, int Taken)
{
    /// <summary>Whether it is the same for whoever called.</summary>
    public bool IsLike(ResponseOutcome other) => Failure == other.Failure && Result.AsSpan().SequenceEqual(other.Result);
}
