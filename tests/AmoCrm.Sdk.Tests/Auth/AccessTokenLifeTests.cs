using System.Text;
using AmoCrm.Sdk.Auth;

namespace AmoCrm.Sdk.Tests.Auth;

public sealed class AccessTokenLifeTests
{
    private static readonly DateTimeOffset End = DateTimeOffset.FromUnixTimeSeconds(1_700_086_400);

    [Fact]
    public void A_token_ends_ten_seconds_before_it_says_so()
    {
        var life = Life(TimeSpan.FromHours(24), TimeSpan.FromMinutes(5));

        Assert.NotEqual(AccessTokenPhase.Ended, life.PhaseAt(End - TimeSpan.FromSeconds(10.5)));
        Assert.Equal(AccessTokenPhase.Ended, life.PhaseAt(End - TimeSpan.FromSeconds(10)));
    }

    [Fact]
    public void It_is_due_somewhere_in_the_first_half_of_the_early_window()
    {
        var life = Life(TimeSpan.FromHours(24), TimeSpan.FromHours(1));

        Assert.Equal(AccessTokenPhase.Fresh, life.PhaseAt(End - TimeSpan.FromMinutes(60.1)));
        Assert.Equal(AccessTokenPhase.Due, life.PhaseAt(End - TimeSpan.FromMinutes(30)));
    }

    [Fact]
    public void A_short_life_has_a_window_of_a_quarter_of_it()
    {
        var life = Life(TimeSpan.FromHours(2), TimeSpan.FromHours(1));

        Assert.Equal(AccessTokenPhase.Fresh, life.PhaseAt(End - TimeSpan.FromMinutes(30.1)));
        Assert.Equal(AccessTokenPhase.Due, life.PhaseAt(End - TimeSpan.FromMinutes(15)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-2)]
    public void A_token_that_ends_no_later_than_it_began_has_the_whole_window(int hours)
    {
        var life = Life(TimeSpan.FromHours(hours), TimeSpan.FromHours(1));

        Assert.Equal(AccessTokenPhase.Fresh, life.PhaseAt(End - TimeSpan.FromMinutes(60.1)));
        Assert.Equal(AccessTokenPhase.Due, life.PhaseAt(End - TimeSpan.FromMinutes(30)));
    }

    [Fact]
    public void A_token_that_says_no_end_is_fresh_for_ever()
    {
        Assert.Equal(AccessTokenPhase.Fresh, new AccessTokenLife(new AmoCrmSecret("opaque"), TimeSpan.FromHours(1)).PhaseAt(End.AddYears(1000)));
    }

    [Fact]
    public void It_knows_whose_life_it_is()
    {
        var life = new AccessTokenLife(new AmoCrmSecret("one"), TimeSpan.FromHours(1));

        Assert.True(life.IsOf(new AmoCrmSecret("one")));
        Assert.False(life.IsOf(new AmoCrmSecret("other")));
    }

    private static AccessTokenLife Life(TimeSpan length, TimeSpan window)
    {
        var payload = $$"""{"iat":{{(End - length).ToUnixTimeSeconds()}},"exp":{{End.ToUnixTimeSeconds()}}}""";
        return new AccessTokenLife(new AmoCrmSecret($"head.{Convert.ToBase64String(Encoding.UTF8.GetBytes(payload)).TrimEnd('=')}.signature"), window);
    }
}
