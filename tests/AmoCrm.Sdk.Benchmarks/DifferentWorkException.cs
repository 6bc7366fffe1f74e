namespace AmoCrm.Sdk.Benchmarks;

/// <summary>The ways of a case do not do the same work, so comparing them would tell nothing.</summary>
/// <param name="message">What differs.</param>
public sealed class DifferentWorkException(string message) : Exception(message);
