namespace AmoCrm.Emulator.Auth;

/// <summary>What a person consented to once: the code, and all tokens that descend from it, live and die together.</summary>
internal sealed class Grant(long userId)
{
    public long UserId { get; } = userId;

    public bool IsRevoked { get; set; }
}
