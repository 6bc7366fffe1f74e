namespace AmoCrm.Sdk;

/// <summary>How things stand with an agent's authorisation.</summary>
public enum AmoCrmAuthorizationState
{
    /// <summary>Nothing is wrong with the tokens, as far as is known.</summary>
    Authorized,

    /// <summary>
    /// A refresh token was sent and its answer was lost. The access token is used as long as it lives; then the refresh token is tried once more.
    /// Authorising again before that avoids an interruption.
    /// </summary>
    OutcomeUnknown,

    /// <summary>The refresh token is of no use any more: a person has to authorise the integration again (<c>amocrm login</c>).</summary>
    ReauthorizationRequired,
}
