namespace AmoCrm.Sdk.Auth;

/// <summary>An access token and when it wants to be refreshed. The last one is remembered, since reading a JWT for every request would cost more than the rest: it is the same token, not a kept setting.</summary>
internal sealed class AccessTokenLife
{
    // A request takes its time to arrive.
    private static readonly TimeSpan Leeway = TimeSpan.FromSeconds(10);

    private readonly AmoCrmSecret _token;
    private readonly DateTimeOffset _due;
    private readonly DateTimeOffset _end;

    public AccessTokenLife(AmoCrmSecret token, TimeSpan earlyWindow)
    {
        _token = token;
        var claims = AccessTokenClaims.Read(token.Reveal());
        if (claims.ExpiresAt is not { } end)
        {
            _due = _end = DateTimeOffset.MaxValue;
            return;
        }

        _end = end - Leeway;
        var window = earlyWindow;
        if (claims.IssuedAt is { } start && start < end && (end - start) / 4 < window)
        {
            window = (end - start) / 4;
        }

        // Somewhere in the first half of the window, so that of many processes one begins and the others find the work done.
        _due = end - (window * (0.5 + (Random.Shared.NextDouble() / 2)));
    }

    public bool IsOf(AmoCrmSecret token) => _token == token;

    public AccessTokenPhase PhaseAt(DateTimeOffset now) =>
        now >= _end ? AccessTokenPhase.Ended
        : now >= _due ? AccessTokenPhase.Due
        : AccessTokenPhase.Fresh;
}
