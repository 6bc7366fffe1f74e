namespace AmoCrm.Emulator.Auth;

/// <summary>A code or a refresh token: what it stands for, and whether it was used.</summary>
internal sealed class SingleUseSecret(Grant grant, DateTimeOffset expiresAt)
{
    public Grant Grant { get; } = grant;

    public bool IsSpent { get; set; }

    /// <summary>Whether it still works.</summary>
    public bool IsLive(DateTimeOffset now) => !IsSpent && !Grant.IsRevoked && !IsExpired(now);

    public bool IsExpired(DateTimeOffset now) => expiresAt <= now;
}
