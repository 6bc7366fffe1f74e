namespace AmoCrm.Emulator.Auth;

/// <summary>Who asks: a user, through an integration.</summary>
internal sealed record Caller(long UserId, string ClientId);
