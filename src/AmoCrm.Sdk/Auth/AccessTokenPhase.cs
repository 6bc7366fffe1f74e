namespace AmoCrm.Sdk.Auth;

/// <summary>Where in its life an access token is.</summary>
internal enum AccessTokenPhase
{
    /// <summary>It is used and left alone; also one of which nothing is known, for which only a 401 tells.</summary>
    Fresh,

    /// <summary>It is used, and should be refreshed meanwhile.</summary>
    Due,

    /// <summary>It has ended.</summary>
    Ended,
}
