namespace AmoCrm.Sdk;

/// <summary>Why an authorisation did not come about. In every case the tokens that were in the store before are still there.</summary>
public enum AmoCrmAuthorizationFailure
{
    /// <summary>The person refused.</summary>
    Denied,

    /// <summary>The <c>state</c> that came back is not one that was given out: it is missing, too old, was used before, or belongs to somebody else's attempt.</summary>
    StateUnknown,

    /// <summary>What came back to the redirect URI is no answer of the consent page: a value is missing, there twice or not percent-encoded.</summary>
    RedirectNotUnderstood,

    /// <summary>What came back is about another integration than the one in the settings.</summary>
    OtherIntegration,

    /// <summary>The account's host is none: nothing was sent to it. Or amoCRM knows no account there.</summary>
    AccountNotAllowed,

    /// <summary>The code was used before or is older than 20 minutes.</summary>
    CodeRefused,

    /// <summary>The id, the secret key or the redirect URI are not those of the integration.</summary>
    IntegrationRefused,

    /// <summary>amoCRM refused and did not say why in words that are known.</summary>
    Refused,

    /// <summary>amoCRM's answer was lost, and the code is spent perhaps.</summary>
    OutcomeUnknown,

    /// <summary>The tokens were received and could not be written to the store.</summary>
    TokensNotKept,
}
