using System.Text;
using AmoCrm.Cli.Tokens;
using AmoCrm.Sdk;

namespace AmoCrm.Cli.Tests.Tokens;

public sealed class TokenStandingTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    private static readonly AmoCrmSettings Pair = new() { AccessToken = Jwt(Now.AddHours(-6), Now.AddHours(18)), RefreshToken = "def502" };

    [Fact]
    public void A_refreshed_pair_is_as_old_as_the_store_says()
    {
        var standing = TokenStanding.Of(Record(Pair, refreshedAt: Now.AddDays(-1)), Now);

        Assert.Equal(TokenKind.Refreshed, standing.Kind);
        Assert.Equal(TimeSpan.FromDays(1), standing.Age);
        Assert.Equal(TimeSpan.FromHours(18), standing.Left);
        Assert.Equal(TimeSpan.FromDays(89), standing.RefreshLeft);
        Assert.Null(StandingWords.Remedy(standing, "default"));
    }

    [Fact]
    public void A_pair_that_somebody_else_received_is_as_old_as_the_access_token_says()
    {
        var standing = TokenStanding.Of(Record(Pair), Now);

        Assert.Equal(TimeSpan.FromHours(6), standing.Age);
        Assert.Equal(Now.AddHours(-6).AddDays(90), standing.RefreshExpiresAt);
    }

    [Fact]
    public void A_long_lived_token_has_no_refresh_token_that_could_end()
    {
        var standing = TokenStanding.Of(Record(Pair with { RefreshToken = null }, refreshedAt: Now.AddDays(-100)), Now);

        Assert.Equal(TokenKind.LongLived, standing.Kind);
        Assert.Equal(TimeSpan.FromHours(6), standing.Age);
        Assert.Null(standing.RefreshExpiresAt);
    }

    [Fact]
    public void Of_a_token_that_is_no_JWT_nothing_is_known()
    {
        var standing = TokenStanding.Of(Record(Pair with { AccessToken = "opaque" }), Now);

        Assert.Equal((null, null, null), (standing.Age, standing.Left, standing.RefreshLeft));
    }

    [Fact]
    public void Without_tokens_there_is_no_state_and_a_remedy()
    {
        var standing = TokenStanding.Of(Record(new AmoCrmSettings()), Now);

        Assert.Equal(TokenKind.None, standing.Kind);
        Assert.Null(StandingWords.StateOf(standing));
        Assert.Contains("'amocrm login --agent sales'", StandingWords.Remedy(standing, "sales"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(AmoCrmAuthorizationState.OutcomeUnknown, "before the access token ends")]
    [InlineData(AmoCrmAuthorizationState.ReauthorizationRequired, "of no use any more")]
    public void A_state_that_needs_a_person_says_so(AmoCrmAuthorizationState state, string expected)
    {
        var standing = TokenStanding.Of(Record(Pair), Now) with { State = state };

        var remedy = StandingWords.Remedy(standing, "default");

        Assert.Contains(expected, remedy, StringComparison.Ordinal);
        Assert.Contains("'amocrm login'", remedy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "less than two minutes")]
    [InlineData(119, "less than two minutes")]
    [InlineData(7199, "119 minutes")]
    [InlineData(7200, "2 hours")]
    [InlineData(86400, "24 hours")]
    [InlineData(172800, "2 days")]
    public void Times_are_told_in_the_largest_unit_that_says_something(int seconds, string expected)
    {
        Assert.Equal(expected, StandingWords.Long(TimeSpan.FromSeconds(seconds)));
    }

    private static AmoCrmTokenRecord Record(AmoCrmSettings settings, DateTimeOffset? refreshedAt = null) =>
        new() { Settings = settings, ReadAt = Now, Notes = new AmoCrmTokenNotes { RefreshedAt = refreshedAt } };

    private static string Jwt(DateTimeOffset issued, DateTimeOffset expires)
    {
        var claims = Encoding.UTF8.GetBytes($$"""{"iat":{{issued.ToUnixTimeSeconds()}},"exp":{{expires.ToUnixTimeSeconds()}}}""");
        return $"e30.{Convert.ToBase64String(claims).TrimEnd('=').Replace('+', '-').Replace('/', '_')}.sig";
    }
}
