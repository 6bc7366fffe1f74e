namespace AmoCrm.Sdk;

/// <summary>Notes that a refresh token is being spent. It is written before the first byte goes to amoCRM, so that a process that dies on the way leaves a trace.</summary>
/// <param name="Fingerprint">Which refresh token, with which integration and host: hashes, from which nothing can be learnt. Once the token is another, or the others of a note that says "refused", the note means nothing any more. Member <c>fingerprint</c>.</param>
/// <param name="Owner">The run that spends it. Member <c>owner</c>.</param>
/// <param name="At">When, by the clock of the store (UTC). Member <c>at</c>.</param>
/// <param name="Attempts">How often it has been sent without a certain outcome, this time included: 1 or 2. Member <c>attempts</c>.</param>
/// <param name="State">What became of it. Member <c>state</c>.</param>
public sealed record AmoCrmTokenSpending(string Fingerprint, string Owner, DateTimeOffset At, int Attempts, AmoCrmSpendingState State);
