namespace AmoCrm.Sdk.Hosting;

/// <summary>Why something that claims to come from amoCRM was refused.</summary>
public enum AmoCrmSignatureFailure
{
    /// <summary>It is missing, or of no form that amoCRM sends.</summary>
    Malformed,

    /// <summary>The token is signed by another algorithm than its kind has, or not at all.</summary>
    WrongAlgorithm,

    /// <summary>The signature is not of this integration's client secret: a forgery, or the secret in the settings is an older one.</summary>
    WrongSignature,

    /// <summary>A claim that this kind of token has is missing or of the wrong type.</summary>
    WrongClaim,

    /// <summary>It is meant for another integration.</summary>
    OtherIntegration,

    /// <summary>It comes from something else than an account of amoCRM, or from another account than the one in the settings.</summary>
    OtherAccount,

    /// <summary>It is meant for another address than that of the redirect URI.</summary>
    OtherAudience,

    /// <summary>It has expired.</summary>
    Expired,

    /// <summary>It is not valid yet: one of the two clocks is wrong.</summary>
    NotYetValid,

    /// <summary>It has been used before, and each is for one use.</summary>
    AlreadyUsed,
}
