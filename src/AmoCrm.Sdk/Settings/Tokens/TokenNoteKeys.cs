namespace AmoCrm.Sdk;

/// <summary>The member of a document in which an agent's tokens are noted, and what it holds. The names are the same in every store.</summary>
internal static class TokenNoteKeys
{
    public const string Notes = "amocrm_sdk";

    public const string Version = "version";
    public const string State = "state";
    public const string Lease = "lease";
    public const string Spending = "spending";
    public const string Previous = "previous";
    public const string Aside = "aside";
    public const string RefreshedAt = "refreshed_at";

    public const string Owner = "owner";
    public const string Until = "until";
    public const string Fingerprint = "fingerprint";
    public const string At = "at";
    public const string Attempts = "attempts";
    public const string AccessToken = "access_token";
    public const string RefreshToken = "refresh_token";

    public static string NameOf(AmoCrmSpendingState state) => state switch
    {
        AmoCrmSpendingState.Refused => "refused",
        AmoCrmSpendingState.OutcomeUnknown => "outcome_unknown",
        _ => "pending",
    };

    /// <summary>The state of that name; null when it is none.</summary>
    public static AmoCrmSpendingState? SpendingStateOf(string name)
    {
        foreach (var state in (ReadOnlySpan<AmoCrmSpendingState>)[AmoCrmSpendingState.Pending, AmoCrmSpendingState.OutcomeUnknown, AmoCrmSpendingState.Refused])
        {
            if (NameOf(state) == name)
            {
                return state;
            }
        }

        return null;
    }
}
