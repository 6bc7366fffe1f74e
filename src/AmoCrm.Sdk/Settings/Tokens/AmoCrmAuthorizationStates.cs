namespace AmoCrm.Sdk;

/// <summary>Reads the state off a record.</summary>
internal static class AmoCrmAuthorizationStates
{
    public static AmoCrmAuthorizationState Of(AmoCrmTokenRecord record) => SpendingOf(record) switch
    {
        null => AmoCrmAuthorizationState.Authorized,
        { State: AmoCrmSpendingState.Refused } => AmoCrmAuthorizationState.ReauthorizationRequired,
        { State: AmoCrmSpendingState.Pending } when record.Notes.Lease is { } lease && lease.Until > record.ReadAt => AmoCrmAuthorizationState.Authorized,
        _ => AmoCrmAuthorizationState.OutcomeUnknown,
    };

    /// <summary>The note about the spending of the refresh token that is there now; null when it is about another one.</summary>
    public static AmoCrmTokenSpending? SpendingOf(AmoCrmTokenRecord record) =>
        record.Notes.Spending is { } spending && TokenFingerprint.IsAbout(spending, record.Settings) ? spending : null;
}
