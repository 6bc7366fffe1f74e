namespace AmoCrm.Sdk.Tests.Settings;

public sealed class AccountHostTests
{
    [Theory]
    [InlineData("mycompany", null, "mycompany.amocrm.ru")]
    [InlineData("MyCompany", null, "mycompany.amocrm.ru")]
    [InlineData("mycompany", "", "mycompany.amocrm.ru")]
    [InlineData("mycompany", "kommo.com", "mycompany.kommo.com")]
    [InlineData("mycompany", "AMOCRM.COM", "mycompany.amocrm.com")]
    [InlineData("mycompany.kommo.com", null, "mycompany.kommo.com")]
    [InlineData("MYCOMPANY.AMOCRM.RU", null, "mycompany.amocrm.ru")]
    [InlineData("mycompany.amocrm.com", "amocrm.com", "mycompany.amocrm.com")]
    [InlineData("my-company-2", null, "my-company-2.amocrm.ru")]
    [InlineData("1c", null, "1c.amocrm.ru")]
    [InlineData("a", null, "a.amocrm.ru")]
    [InlineData("xn--80aaa", null, "xn--80aaa.amocrm.ru")]
    [InlineData("wwwcompany", null, "wwwcompany.amocrm.ru")]
    [InlineData("apiary", null, "apiary.amocrm.ru")]
    public void What_names_an_account_is_its_host(string subdomain, string? domain, string expected)
    {
        Assert.Equal(expected, AccountHost.Parse(subdomain, domain).Value);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("-")]
    [InlineData("-a")]
    [InlineData("a-")]
    [InlineData("a.b")]
    [InlineData("a.b.amocrm.ru")]
    [InlineData("amocrm.ru")]
    [InlineData(".amocrm.ru")]
    [InlineData("kommo.com")]
    [InlineData("mycompany.amocrm.ru.")]
    [InlineData("mycompany.amocrm.ru:443")]
    [InlineData("mycompany.amocrm.ru/")]
    [InlineData("mycompany.amocrm.ru.evil.example")]
    [InlineData("mycompany.amocrm.ru.amocrm.ru")]
    [InlineData("evil.example")]
    [InlineData("evilamocrm.ru")]
    [InlineData("evil.example/mycompany.amocrm.ru")]
    [InlineData("evil.example#mycompany.amocrm.ru")]
    [InlineData("evil.example?.amocrm.ru")]
    [InlineData("evil.example\\.amocrm.ru")]
    [InlineData("https://mycompany.amocrm.ru")]
    [InlineData("http://mycompany")]
    [InlineData("//mycompany")]
    [InlineData("user@mycompany")]
    [InlineData("user:password@mycompany")]
    [InlineData("mycompany@evil.example")]
    [InlineData("mycompany:8080")]
    [InlineData("mycompany/api")]
    [InlineData("mycompany?x=1")]
    [InlineData("mycompany#x")]
    [InlineData("mycompany%2eevil")]
    [InlineData("mycompany%00")]
    [InlineData("my company")]
    [InlineData(" mycompany")]
    [InlineData("mycompany ")]
    [InlineData("mycompany\n")]
    [InlineData("mycompany\r\nHost: evil.example")]
    [InlineData("mycompany\t")]
    [InlineData("mycompany\0")]
    [InlineData("my_company")]
    [InlineData("my*")]
    [InlineData("*")]
    [InlineData("компания")]
    [InlineData("myc\u043Empany")]
    [InlineData("mycompany\u200B")]
    [InlineData("mycompany\u3002evil")]
    [InlineData("mycompany\uFF0Eamocrm")]
    [InlineData("\uFF4Dycompany")]
    [InlineData("\u212Aompany")]
    [InlineData("m\u0130")]
    [InlineData("127.0.0.1")]
    [InlineData("[::1]")]
    [InlineData("localhost.localdomain")]
    [InlineData("www")]
    [InlineData("WWW")]
    [InlineData("www.amocrm.ru")]
    [InlineData("www.kommo.com")]
    [InlineData("api-a")]
    [InlineData("API-B")]
    [InlineData("api-a.amocrm.ru")]
    [InlineData("api-.kommo.com")]
    [InlineData("{subdomain}")]
    [InlineData("mycompany,other")]
    [InlineData("mycompany;other")]
    [InlineData("mycompany'--")]
    [InlineData("<script>")]
    [InlineData("$(id)")]
    public void What_could_lead_elsewhere_is_refused(string subdomain)
    {
        Assert.False(AccountHost.TryParse(subdomain, null, out _));
        Assert.Throws<FormatException>(() => AccountHost.Parse(subdomain));
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("amocrm.ru.evil.example")]
    [InlineData("amocrm.ru:443")]
    [InlineData("amocrm.ru/")]
    [InlineData(".amocrm.ru")]
    [InlineData("ru")]
    [InlineData("amocrm.\u0440u")]
    [InlineData(" amocrm.ru")]
    public void Only_the_domains_of_amoCRM_are_taken(string domain)
    {
        Assert.False(AccountHost.TryParse("mycompany", domain, out _));
    }

    [Fact]
    public void A_label_has_at_most_63_characters()
    {
        Assert.True(AccountHost.TryParse(new string('a', 63), null, out _));
        Assert.False(AccountHost.TryParse(new string('a', 64), null, out _));
    }

    [Fact]
    public void A_whole_host_and_another_domain_contradict_each_other()
    {
        var exception = Assert.Throws<FormatException>(() => AccountHost.Parse("mycompany.kommo.com", "amocrm.ru"));
        Assert.Contains("another domain", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_say_which_key_is_wrong_and_do_not_repeat_the_value()
    {
        var exception = Assert.Throws<AmoCrmConfigurationException>(() => new AmoCrmSettings { Subdomain = "user:password@host" }.GetHost());
        Assert.Contains("amocrm_subdomain", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("password", exception.Message, StringComparison.Ordinal);
    }
}
