using System.Runtime.InteropServices;

namespace AmoCrm.Sdk;

/// <summary>What a permit is taken for. amoCRM counts seven requests in a second for an integration in an account, fifty for the account.</summary>
/// <param name="Host">The account's host.</param>
/// <param name="ClientId">The integration; null when the settings name none.</param>
/// <param name="Priority">Which queue it waits in. It is no part of what amoCRM counts by.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct AmoCrmRateLimitKey(string Host, string? ClientId, AmoCrmPriority Priority = AmoCrmPriority.Interactive);
