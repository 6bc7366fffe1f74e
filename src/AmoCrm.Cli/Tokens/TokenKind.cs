namespace AmoCrm.Cli.Tokens;

/// <summary>How an access token stays valid.</summary>
internal enum TokenKind
{
    /// <summary>There is none.</summary>
    None,

    /// <summary>Made for years, and nothing refreshes it.</summary>
    LongLived,

    /// <summary>Refreshed by its refresh token, and kept where it comes from.</summary>
    Refreshed,

    /// <summary>There is a refresh token, but no store in which a new pair could be kept: it is used until it ends.</summary>
    Fixed,
}
