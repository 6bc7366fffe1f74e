using AmoCrm.Cli.Login;

namespace AmoCrm.Cli.Tests.Login;

public sealed class PastedRedirectTests
{
    [Fact]
    public void Code_account_and_integration_are_taken_from_the_address()
    {
        var pasted = PastedRedirect.Parse(" https://example.com/amocrm?x=1&code=def502%2B&state=s&referer=mycompany.amocrm.ru&platform=1&client_id=4d5a ");

        Assert.Equal("def502+", pasted.Code.Reveal());
        Assert.Equal("mycompany.amocrm.ru", pasted.Account);
        Assert.Equal("4d5a", pasted.ClientId);
    }

    [Theory]
    [InlineData("def502")] // the code alone
    [InlineData("file:///etc/passwd?code=canary")]
    [InlineData("https://example.com/")]
    [InlineData("https://example.com/?code=")]
    [InlineData("https://example.com/?code=canary&code=canary2")]
    public void What_is_no_such_address_is_wrong_usage_and_is_not_repeated(string text)
    {
        var failure = Assert.Throws<CliUsageException>(() => PastedRedirect.Parse(text));

        Assert.DoesNotContain("canary", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_refusal_on_the_page_is_said_to_be_one()
    {
        var failure = Assert.Throws<CliFailureException>(() => PastedRedirect.Parse("https://example.com/?error=access_denied&state=s"));

        Assert.Contains("refusal", failure.Message, StringComparison.Ordinal);
    }
}
