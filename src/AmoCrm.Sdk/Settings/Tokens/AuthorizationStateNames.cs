namespace AmoCrm.Sdk;

/// <summary>The names of the states in documents and metrics.</summary>
internal static class AuthorizationStateNames
{
    public static string Of(AmoCrmAuthorizationState state) => state switch
    {
        AmoCrmAuthorizationState.Authorized => "authorized",
        AmoCrmAuthorizationState.OutcomeUnknown => "outcome_unknown",
        _ => "reauthorization_required",
    };
}
