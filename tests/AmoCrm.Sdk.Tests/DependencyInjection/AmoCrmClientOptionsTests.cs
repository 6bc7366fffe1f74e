namespace AmoCrm.Sdk.Tests.DependencyInjection;

public sealed class AmoCrmClientOptionsTests
{
    [Fact]
    public void The_defaults_are_allowed()
    {
        var options = new AmoCrmClientOptions();
        options.Validate();
        Assert.Equal("default", options.AgentId);
        Assert.Equal(TimeSpan.FromSeconds(20), options.AttemptTimeout);
        Assert.Equal(TimeSpan.FromSeconds(5), options.ConnectTimeout);
        Assert.Equal(TimeSpan.FromSeconds(60), options.TotalTimeout);
        Assert.Equal(TimeSpan.FromMinutes(10), options.AccountMetadataLifetime);
    }

    [Theory]
    [InlineData("http://127.0.0.1:5080/")]
    [InlineData("http://localhost:5080")]
    [InlineData("https://[::1]:5080/")]
    public void An_emulator_on_this_machine_is_allowed(string address)
    {
        new AmoCrmClientOptions { EmulatorAddress = new Uri(address) }.Validate();
    }

    [Theory]
    [InlineData("http://10.0.0.1:5080/")]
    [InlineData("https://mycompany.amocrm.ru/")]
    [InlineData("http://127.0.0.1.evil.example/")]
    [InlineData("http://localhost.evil.example/")]
    [InlineData("http://127.0.0.1:5080/path")]
    [InlineData("http://127.0.0.1:5080/?x=1")]
    [InlineData("http://user@127.0.0.1:5080/")]
    [InlineData("ftp://127.0.0.1/")]
    [InlineData("file:///tmp")]
    public void An_emulator_anywhere_else_is_refused(string address)
    {
        Assert.Contains("EmulatorAddress", Refusal(options => options.EmulatorAddress = new Uri(address)), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_allowed_is_named_with_the_remedy()
    {
        Assert.Contains("ApplicationName", Refusal(options => options.ApplicationName = " "), StringComparison.Ordinal);
        Assert.Contains("AgentId", Refusal(options => options.AgentId = string.Empty), StringComparison.Ordinal);
        Assert.Contains("ConnectTimeout", Refusal(options => options.ConnectTimeout = TimeSpan.Zero), StringComparison.Ordinal);
        Assert.Contains("AttemptTimeout", Refusal(options => options.AttemptTimeout = Timeout.InfiniteTimeSpan), StringComparison.Ordinal);
        Assert.Contains("TotalTimeout", Refusal(options => options.TotalTimeout = TimeSpan.FromDays(2)), StringComparison.Ordinal);
        Assert.Contains("AccountMetadataLifetime", Refusal(options => options.AccountMetadataLifetime = TimeSpan.FromSeconds(-1)), StringComparison.Ordinal);
        Assert.Contains("MaxResponseBytes", Refusal(options => options.MaxResponseBytes = 0), StringComparison.Ordinal);
        Assert.Contains("TimeProvider", Refusal(options => options.TimeProvider = null!), StringComparison.Ordinal);
        Assert.Contains("LoggerFactory", Refusal(options => options.LoggerFactory = null!), StringComparison.Ordinal);
    }

    [Fact]
    public void Handlers_that_follow_redirects_or_keep_cookies_are_refused()
    {
        Assert.Contains("HttpMessageHandler", Refusal(options => options.HttpMessageHandler = new SocketsHttpHandler { UseCookies = false }), StringComparison.Ordinal);
        Assert.Contains("HttpMessageHandler", Refusal(options => options.HttpMessageHandler = new SocketsHttpHandler { AllowAutoRedirect = false }), StringComparison.Ordinal);
        Assert.Contains("HttpMessageHandler", Refusal(options => options.HttpMessageHandler = new Outer { InnerHandler = new HttpClientHandler() }), StringComparison.Ordinal);
        new AmoCrmClientOptions { HttpMessageHandler = new Outer { InnerHandler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false } } }.Validate();
    }

    [Fact]
    public void The_one_liner_checks_its_account_and_token()
    {
        using var client = AmoCrmClient.Create("mycompany.kommo.com", "token");
        Assert.Equal("default", client.AgentId);
        Assert.Throws<AmoCrmConfigurationException>(() => AmoCrmClient.Create("evil.example", "token"));
        Assert.Throws<AmoCrmConfigurationException>(() => AmoCrmClient.Create("mycompany", " "));
    }

    private static string Refusal(Action<AmoCrmClientOptions> change)
    {
        var options = new AmoCrmClientOptions();
        change(options);
        return Assert.Throws<AmoCrmConfigurationException>(() => new AmoCrmClient(options)).Message;
    }

    private sealed class Outer : DelegatingHandler;
}
