using AmoCrm.Sdk.Auth.Authorization;

namespace AmoCrm.Sdk.Tests.Auth.Authorization;

public sealed class RedirectQueryTests
{
    [Theory]
    [InlineData("?code=a", "a")]
    [InlineData("?x=1&code=a&y=2", "a")]
    [InlineData("?code=a=b", "a=b")]
    [InlineData("?code", "")]
    [InlineData("?code=", "")]
    [InlineData("?&&code=a&", "a")]
    [InlineData("?code=a+b%20c", "a b c")]
    [InlineData("?%63ode=%41%7e", "A~")]
    [InlineData("?code=%D1%8F", "я")]
    [InlineData("?code=a#&code=b", "a")]
    [InlineData("?code=%2", null)]
    [InlineData("?other=a", null)]
    [InlineData("", null)]
    [InlineData("#?code=a", null)]
    public void A_value_is_what_stands_in_the_query(string query, string? code)
    {
        Assert.Equal(code, Parse(query)["code"]);
    }

    [Theory]
    [InlineData("?code=a&state=b", true)]
    [InlineData("?", true)]
    [InlineData("", true)]
    [InlineData("?code=a&code=a", false)]
    [InlineData("?code=a&%63ode=a", false)]
    [InlineData("?code=%4", false)]
    [InlineData("?code=%4g", false)]
    [InlineData("?code=%g4", false)]
    [InlineData("?code=%FF", false)]
    [InlineData("?code=я", false)]
    [InlineData("?code=a b", false)]
    [InlineData("?code=a\u007fb", false)]
    [InlineData("?=a&=b", false)]
    [InlineData("?%=a", false)]
    public void What_two_readers_could_read_differently_is_told(string query, bool isUnambiguous)
    {
        Assert.Equal(isUnambiguous, Parse(query).IsUnambiguous);
    }

    [Fact]
    public void A_name_that_is_there_twice_has_no_value_and_the_others_have_theirs()
    {
        var query = Parse("?code=a&state=b&code=c");

        Assert.Null(query["code"]);
        Assert.Equal("b", query["state"]);
    }

    [Fact]
    public void A_value_without_a_name_is_one()
    {
        Assert.Equal("a", Parse("?=a&code=b")[string.Empty]);
    }

    [Fact]
    public void An_address_longer_than_16_KiB_is_not_looked_into()
    {
        var start = "https://example.com/back?code=a&x=";

        Assert.Equal("a", RedirectQuery.Parse(new Uri(start.PadRight(16 * 1024, 'x')))["code"]);
        var longer = RedirectQuery.Parse(new Uri(start.PadRight((16 * 1024) + 1, 'x')));
        Assert.Null(longer["code"]);
        Assert.False(longer.IsUnambiguous);
    }

    private static RedirectQuery Parse(string query) => RedirectQuery.Parse(new Uri("https://example.com/back" + query));
}
