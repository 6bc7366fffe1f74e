namespace AmoCrm.Emulator;

/// <summary>One call of <c>/oauth2/access_token</c>, and what came of it. It holds no secrets.</summary>
public sealed record RecordedTokenCall
{
    /// <summary>The number of the request, as in <see cref="RecordedRequest.Sequence"/>.</summary>
    public required long Sequence { get; init; }

    /// <summary>The Host header.</summary>
    public required string Host { get; init; }

    /// <summary><c>authorization_code</c> or <c>refresh_token</c>; empty for anything else.</summary>
    public required string GrantType { get; init; }

    /// <summary>
    /// What was presented, without telling it: the first 16 hexadecimal digits, in lower case, of the SHA-256 of the code or refresh token in UTF-8. Empty where there was none.
    /// </summary>
    public required string Fingerprint { get; init; }

    /// <summary>Whether the code or token was spent and a new pair issued, even if the answer was lost on the way.</summary>
    public required bool IsHonoured { get; init; }

    /// <summary>The same of the access token that was issued; empty where none was. What a client keeps can be compared with it.</summary>
    public string IssuedAccessFingerprint { get; init; } = string.Empty;

    /// <summary>The same of the refresh token that was issued; empty where none was.</summary>
    public string IssuedRefreshFingerprint { get; init; } = string.Empty;

    /// <summary>The status that was answered; 0 where the connection was cut.</summary>
    public required int Status { get; init; }

    /// <summary>When the call arrived, by the emulator's clock.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When it had been executed or refused, by the emulator's clock; a slow answer's wait comes after it.</summary>
    public required DateTimeOffset EndedAt { get; init; }
}
