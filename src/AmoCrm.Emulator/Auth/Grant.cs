namespace AmoCrm.Emulator.Auth;

/// <summary>What a code or a refresh token stands for.</summary>
internal sealed record Grant(long UserId, DateTimeOffset ExpiresAt);
