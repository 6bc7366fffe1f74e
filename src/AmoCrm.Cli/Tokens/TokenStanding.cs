using AmoCrm.Sdk;
using AmoCrm.Sdk.Auth;

namespace AmoCrm.Cli.Tokens;

/// <summary>How an agent's tokens stand at a moment. Nothing secret is in it.</summary>
internal sealed record TokenStanding
{
    // "3 months" is what amoCRM says, and the shortest that can mean; https://www.amocrm.ru/developers/content/oauth/step-by-step
    private static readonly TimeSpan RefreshTokenLife = TimeSpan.FromDays(90);

    public required TokenKind Kind { get; init; }

    public required AmoCrmAuthorizationState State { get; init; }

    public required DateTimeOffset Now { get; init; }

    /// <summary>When the pair was received, or the access token was made; null when nobody knows.</summary>
    public DateTimeOffset? IssuedAt { get; init; }

    /// <summary>When the access token ends; null when it does not say so.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>When the refresh token ends if it is not used; null when there is none, or its age is not known.</summary>
    public DateTimeOffset? RefreshExpiresAt { get; init; }

    public TimeSpan? Age => Now - IssuedAt;

    public TimeSpan? Left => ExpiresAt - Now;

    public TimeSpan? RefreshLeft => RefreshExpiresAt - Now;

    /// <summary>Of a store's record.</summary>
    public static TokenStanding Of(AmoCrmTokenRecord record, DateTimeOffset now)
    {
        var standing = Of(record.Settings, TokenKind.Refreshed, now) with { State = record.AuthorizationState };
        return standing.Kind == TokenKind.Refreshed && record.Notes.RefreshedAt is { } refreshed
            ? standing with { IssuedAt = refreshed, RefreshExpiresAt = refreshed + RefreshTokenLife }
            : standing;
    }

    /// <summary>Of settings that no refreshed token can be written to.</summary>
    public static TokenStanding OfFixed(AmoCrmSettings settings, DateTimeOffset now) => Of(settings, TokenKind.Fixed, now);

    private static TokenStanding Of(AmoCrmSettings settings, TokenKind kindOfPair, DateTimeOffset now)
    {
        var token = settings.AccessToken?.Reveal();
        var claims = AccessTokenClaims.Read(token ?? "");
        var kind = settings.RefreshToken is not null ? kindOfPair : token is null ? TokenKind.None : TokenKind.LongLived;
        return new TokenStanding
        {
            Kind = kind,
            State = AmoCrmAuthorizationState.Authorized,
            Now = now,
            IssuedAt = claims.IssuedAt,
            ExpiresAt = claims.ExpiresAt,
            RefreshExpiresAt = kind is TokenKind.Refreshed or TokenKind.Fixed ? claims.IssuedAt + RefreshTokenLife : null,
        };
    }
}
