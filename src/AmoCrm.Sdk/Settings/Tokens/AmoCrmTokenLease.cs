namespace AmoCrm.Sdk;

/// <summary>The right to refresh the tokens of an agent, for one run of one process and for a short time.</summary>
/// <param name="Owner">The run that holds it. Member <c>owner</c>.</param>
/// <param name="Until">When it ends, by the clock of the store (UTC). Member <c>until</c>.</param>
public sealed record AmoCrmTokenLease(string Owner, DateTimeOffset Until);
