namespace AmoCrm.Sdk.Auth.Refresh;

/// <summary>What amoCRM said when it was asked where an account is.</summary>
internal enum AccountSearchResult
{
    /// <summary>Nothing that helps: no answer, or no host to ask.</summary>
    NotTold,

    /// <summary>Here it is; and the refresh token lives.</summary>
    Found,

    /// <summary>amoCRM does not know the refresh token.</summary>
    TokenRefused,
}
