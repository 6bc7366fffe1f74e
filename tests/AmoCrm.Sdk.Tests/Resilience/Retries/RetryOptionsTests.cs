using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Polly;

namespace AmoCrm.Sdk.Tests.Resilience.Retries;

public sealed class RetryOptionsTests
{
    public static TheoryData<string, Action<AmoCrmRetryOptions>> NotAllowed => new()
    {
        { "Retry.MaxRetries must be between 0 and 20", static retry => retry.MaxRetries = -1 },
        { "Retry.MaxRetries must be between 0 and 20", static retry => retry.MaxRetries = 21 },
        { "Retry.BaseDelay must be more than zero", static retry => retry.BaseDelay = TimeSpan.Zero },
        { "Retry.BaseDelay must be more than zero and at most MaxDelay", static retry => retry.MaxDelay = TimeSpan.FromMilliseconds(299) },
        { "Retry.MaxDelay must be at most an hour", static retry => retry.MaxDelay = TimeSpan.FromHours(2) },
        { "Retry.BlockPause must be more than zero", static retry => retry.BlockPause = TimeSpan.Zero },
        { "Retry.BlockPause must be more than zero and at most LongestBlockPause", static retry => retry.LongestBlockPause = TimeSpan.FromSeconds(59) },
        { "Retry.LongestBlockPause must be at most a day", static retry => retry.LongestBlockPause = TimeSpan.FromDays(2) },
    };

    [Theory]
    [MemberData(nameof(NotAllowed), DisableDiscoveryEnumeration = true)]
    public void What_is_not_allowed_is_named_by_a_client_and_by_a_pipeline(string expected, Action<AmoCrmRetryOptions> change)
    {
        var options = new AmoCrmClientOptions();
        change(options.Retry);
        Assert.Contains(expected, Assert.Throws<AmoCrmConfigurationException>(() => new AmoCrmClient(options)).Message, StringComparison.Ordinal);
        var builder = new ResiliencePipelineBuilder<AmoCrmResponse>();
        Assert.Contains(expected, Assert.Throws<AmoCrmConfigurationException>(() => builder.AddAmoCrmRetry(options.Retry)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_at_all_is_not_allowed_either()
    {
        Assert.Contains("Retry must not be null", Refusal(static options => options.Retry = null!), StringComparison.Ordinal);
        Assert.Contains("RateLimit must not be null", Refusal(static options => options.RateLimit = null!), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(NotAllowed), DisableDiscoveryEnumeration = true)]
    public async Task A_host_does_not_start_with_them(string expected, Action<AmoCrmRetryOptions> change)
    {
        var services = new ServiceCollection();
        services.AddAmoCrm(options => change(options.Retry));
        await using var provider = services.BuildServiceProvider();
        var exception = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IStartupValidator>().Validate());
        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task They_come_from_configuration()
    {
        await using var provider = Configured(
            ("Retry:MaxRetries", "7"),
            ("Retry:BaseDelay", "00:00:00.5"),
            ("Retry:MaxDelay", "00:00:20"),
            ("Retry:BlockPause", "00:02:00"),
            ("Retry:LongestBlockPause", "01:00:00"),
            ("RateLimit:IsEnabled", "False"),
            ("RateLimit:RequestsPerWindow", "3"),
            ("RateLimit:AccountRequestsPerWindow", "20"),
            ("RateLimit:Window", "00:00:02"),
            ("Coalescing:IsEnabled", "true"),
            ("Coalescing:Window", "00:00:00.010"));
        var options = provider.GetRequiredService<IOptions<AmoCrmClientOptions>>().Value;
        Assert.Equal(7, options.Retry.MaxRetries);
        Assert.Equal(TimeSpan.FromMilliseconds(500), options.Retry.BaseDelay);
        Assert.Equal(TimeSpan.FromSeconds(20), options.Retry.MaxDelay);
        Assert.Equal(TimeSpan.FromMinutes(2), options.Retry.BlockPause);
        Assert.Equal(TimeSpan.FromHours(1), options.Retry.LongestBlockPause);
        Assert.False(options.RateLimit.IsEnabled);
        Assert.Equal(3, options.RateLimit.RequestsPerWindow);
        Assert.Equal(20, options.RateLimit.AccountRequestsPerWindow);
        Assert.Equal(TimeSpan.FromSeconds(2), options.RateLimit.Window);
        Assert.True(options.Coalescing.IsEnabled);
        Assert.Equal(TimeSpan.FromMilliseconds(10), options.Coalescing.Window);
    }

    [Theory]
    [InlineData("Retry:MaxRetries", "many", "a whole number")]
    [InlineData("Retry:MaxRetries", "-1", "a whole number")]
    [InlineData("Retry:BaseDelay", "", "a duration")]
    [InlineData("Retry:MaxDelay", "10s", "a duration")]
    [InlineData("Retry:BlockPause", "long", "a duration")]
    [InlineData("Retry:LongestBlockPause", "longer", "a duration")]
    [InlineData("RateLimit:IsEnabled", "1", "true or false")]
    [InlineData("RateLimit:RequestsPerWindow", "7.5", "a whole number")]
    [InlineData("RateLimit:AccountRequestsPerWindow", "fifty", "a whole number")]
    [InlineData("RateLimit:Window", "second", "a duration")]
    [InlineData("Coalescing:IsEnabled", "yes", "true or false")]
    [InlineData("Coalescing:Window", "short", "a duration")]
    public async Task A_value_of_the_wrong_kind_names_its_key_and_what_it_has_to_be(string key, string value, string expected)
    {
        await using var provider = Configured((key, value));
        var exception = Assert.Throws<AmoCrmConfigurationException>(() => provider.GetRequiredService<IAmoCrmClient>());
        Assert.Contains($"AmoCrm:{key} has to be {expected}", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_value_that_is_not_allowed_is_named_too()
    {
        await using var provider = Configured(("Retry:MaxRetries", "21"), ("RateLimit:RequestsPerWindow", "0"));
        var exception = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IStartupValidator>().Validate());
        Assert.Contains("Retry.MaxRetries", exception.Message, StringComparison.Ordinal);
        Assert.Contains("RateLimit.RequestsPerWindow", exception.Message, StringComparison.Ordinal);
    }

    private static ServiceProvider Configured(params (string Key, string Value)[] values)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(values.Select(static value => KeyValuePair.Create($"AmoCrm:{value.Key}", (string?)value.Value)))
            .Build();
        var services = new ServiceCollection();
        services.AddAmoCrm(configuration);
        return services.BuildServiceProvider();
    }

    private static string Refusal(Action<AmoCrmClientOptions> change)
    {
        var options = new AmoCrmClientOptions();
        change(options);
        return Assert.Throws<AmoCrmConfigurationException>(() => new AmoCrmClient(options)).Message;
    }
}
