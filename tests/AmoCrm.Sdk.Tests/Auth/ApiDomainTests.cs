using AmoCrm.Sdk.Auth;

namespace AmoCrm.Sdk.Tests.Auth;

public sealed class ApiDomainTests
{
    [Theory]
    [InlineData("api-a.amocrm.ru")]
    [InlineData("api-b.amocrm.com")]
    [InlineData("api-g.kommo.com")]
    [InlineData("api-2-x.amocrm.ru")]
    public void Api_hosts_of_amoCRM_are_taken(string text)
    {
        Assert.True(ApiDomain.TryParse(text, out var domain));
        Assert.Equal(text, domain.Value);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("api-.amocrm.ru")]
    [InlineData("api-a-.amocrm.ru")]
    [InlineData("api-A.amocrm.ru")]
    [InlineData("api-a.b.amocrm.ru")]
    [InlineData("api-a_b.amocrm.ru")]
    [InlineData("api-aamocrm.ru")]
    [InlineData("api-a.amocrm.ru.example.com")]
    [InlineData("api-a.example.com")]
    [InlineData("mycompany.amocrm.ru")]
    [InlineData("API-a.amocrm.ru")]
    public void Everything_else_is_refused(string? text)
    {
        Assert.False(ApiDomain.TryParse(text, out var domain));
        Assert.Null(domain);
    }

    [Fact]
    public void A_label_has_63_characters_at_most()
    {
        Assert.True(ApiDomain.TryParse($"api-{new string('a', 59)}.amocrm.ru", out _));
        Assert.False(ApiDomain.TryParse($"api-{new string('a', 60)}.amocrm.ru", out _));
    }
}
