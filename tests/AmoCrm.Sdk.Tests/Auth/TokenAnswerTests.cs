using System.Text;
using AmoCrm.Sdk.Auth;

namespace AmoCrm.Sdk.Tests.Auth;

public sealed class TokenAnswerTests
{
    [Theory]
    [InlineData("1763812800", 1_763_812_800L)]
    [InlineData("1", 1L)]
    [InlineData("253402300798", 253_402_300_798L)]
    [InlineData("0", null)]
    [InlineData("-1", null)]
    [InlineData("253402300799", null)]
    [InlineData("99999999999999", null)]
    [InlineData("1.5", null)]
    [InlineData("\"soon\"", null)]
    [InlineData("null", null)]
    public void Whatever_amoCRM_says_about_the_time_the_pair_counts(string time, long? expected)
    {
        Assert.True(TokenAnswer.TryRead(Answer($$"""{"access_token":"a","refresh_token":"r","server_time":{{time}}}"""), out var answer));

        Assert.Equal(("a", "r"), (answer.AccessToken.Reveal(), answer.RefreshToken.Reveal()));
        Assert.Equal(expected, answer.ServerTime?.ToUnixTimeSeconds());
    }

    [Theory]
    [InlineData("""{"access_token":"a","refresh_token":""}""")]
    [InlineData("""{"access_token":"a","refresh_token":7}""")]
    [InlineData("""{"access_token":"a"}""")]
    [InlineData("""["access_token","refresh_token"]""")]
    [InlineData("""{"access_token":"a","refresh_token":"\ud800"}""")]
    [InlineData("<html>")]
    [InlineData("")]
    public void Half_a_pair_is_none(string body)
    {
        Assert.False(TokenAnswer.TryRead(Answer(body), out _));
    }

    [Fact]
    public void A_pair_without_a_time_is_one()
    {
        Assert.True(TokenAnswer.TryRead(Answer("""{"access_token":"a","refresh_token":"r"}"""), out var answer));
        Assert.Null(answer.ServerTime);
    }

    private static AmoCrmResponse Answer(string body) => new(200, Encoding.UTF8.GetBytes(body));
}
