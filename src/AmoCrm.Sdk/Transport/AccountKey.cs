namespace AmoCrm.Sdk.Transport;

/// <summary>What facts about an account are kept by: the same integration may see another account tomorrow, when its settings change.</summary>
internal readonly record struct AccountKey(string Host, string? ClientId);
