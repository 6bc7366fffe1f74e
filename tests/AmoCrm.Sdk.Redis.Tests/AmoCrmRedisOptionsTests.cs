using StackExchange.Redis;

namespace AmoCrm.Sdk.Redis.Tests;

public sealed class AmoCrmRedisOptionsTests
{
    [Fact]
    public void The_defaults_are_amocrms_limits_and_a_short_wait()
    {
        var options = new AmoCrmRedisOptions();
        options.Validate();
        Assert.Equal("amocrm:limit:", options.KeyPrefix);
        Assert.Equal(TimeSpan.FromMilliseconds(500), options.Timeout);
        Assert.Equal(TimeSpan.FromSeconds(30), options.ParticipantsWindow);
        Assert.Null(options.FallbackShare);
        Assert.Equal(7, options.RateLimit.RequestsPerWindow);
    }

    [Fact]
    public void What_is_not_allowed_is_named_with_the_remedy()
    {
        Assert.Contains("KeyPrefix must be there and hold no braces", Refusal(options => options.KeyPrefix = "a{b}"), StringComparison.Ordinal);
        Assert.Contains("KeyPrefix", Refusal(options => options.KeyPrefix = null!), StringComparison.Ordinal);
        Assert.Contains("Timeout must be more than zero", Refusal(options => options.Timeout = TimeSpan.Zero), StringComparison.Ordinal);
        Assert.Contains("Timeout", Refusal(options => options.Timeout = Timeout.InfiniteTimeSpan), StringComparison.Ordinal);
        Assert.Contains("FallbackShare must be more than 0", Refusal(options => options.FallbackShare = 0), StringComparison.Ordinal);
        Assert.Contains("FallbackShare", Refusal(options => options.FallbackShare = 1.5), StringComparison.Ordinal);
        Assert.Contains("FallbackShare", Refusal(options => options.FallbackShare = double.NaN), StringComparison.Ordinal);
        Assert.Contains("ParticipantsWindow must be at least a second", Refusal(options => options.ParticipantsWindow = TimeSpan.Zero), StringComparison.Ordinal);
        Assert.Contains("RateLimit.RequestsPerWindow", Refusal(options => options.RateLimit.RequestsPerWindow = 0), StringComparison.Ordinal);
        Assert.Contains("RateLimit.IsEnabled must be true", Refusal(options => options.RateLimit.IsEnabled = false), StringComparison.Ordinal);
        Assert.Contains("RateLimit must be there", Refusal(options => options.RateLimit = null!), StringComparison.Ordinal);
    }

    [Fact]
    public void All_problems_are_told_at_once()
    {
        var refusal = Refusal(options =>
        {
            options.KeyPrefix = "{";
            options.Timeout = TimeSpan.Zero;
        });
        Assert.Contains("KeyPrefix", refusal, StringComparison.Ordinal);
        Assert.Contains("Timeout", refusal, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("password=canary")]
    [InlineData("localhost:6379,password=canary,canary=1")]
    [InlineData("localhost:6379,password=canary,syncTimeout=canary")]
    [InlineData("localhost:6379,password=canary,connectTimeout=99999999999999999999")]
    public void A_connection_string_that_is_none_is_not_repeated(string connectionString)
    {
        var exception = Assert.Throws<AmoCrmConfigurationException>(() => new AmoCrmRedisRateLimiter(connectionString));
        Assert.Contains("connection string of Redis", exception.Message, StringComparison.Ordinal);
        Assert.Contains("host:6379", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", exception.ToString(), StringComparison.Ordinal);
    }

    private static string Refusal(Action<AmoCrmRedisOptions> change)
    {
        var options = new AmoCrmRedisOptions();
        change(options);
        return Assert.Throws<AmoCrmConfigurationException>(() => new AmoCrmRedisRateLimiter(NSubstitute.Substitute.For<IConnectionMultiplexer>(), options)).Message;
    }
}
