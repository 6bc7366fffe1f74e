namespace AmoCrm.Sdk.MongoDB.Tests;

public sealed class MongoDbSettingsOptionsTests
{
    [Fact]
    public void The_defaults_are_the_legacy_collection_and_short_waits()
    {
        var options = Right();
        options.Validate();
        Assert.Equal("agent_settings", options.Collection);
        Assert.Equal(TimeSpan.FromSeconds(3), options.ServerSelectionTimeout);
        Assert.Equal(TimeSpan.FromSeconds(10), options.OperationTimeout);
        Assert.True(options.EnsureIndex);
    }

    [Theory]
    [InlineData("")]
    [InlineData("canary")]
    [InlineData("http://user:canary@localhost/")]
    [InlineData("mongodb://user:can@ary@localhost/?x")]
    [InlineData("mongodb://user:canary@localhost/?maxPoolSize=canary")]
    public void A_connection_string_that_is_none_is_not_repeated(string connectionString)
    {
        var exception = Assert.Throws<AmoCrmConfigurationException>(() => new MongoDbSettingsStore(connectionString, "database"));
        Assert.Contains("ConnectionString", exception.Message, StringComparison.Ordinal);
        Assert.Contains("mongodb://", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", exception.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("ary@", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_allowed_is_named()
    {
        Assert.Contains("Database", Refusal(options => options.Database = string.Empty), StringComparison.Ordinal);
        Assert.Contains("Database", Refusal(options => options.Database = "a.b"), StringComparison.Ordinal);
        Assert.Contains("Collection", Refusal(options => options.Collection = string.Empty), StringComparison.Ordinal);
        Assert.Contains("ServerSelectionTimeout", Refusal(options => options.ServerSelectionTimeout = TimeSpan.Zero), StringComparison.Ordinal);
        Assert.Contains("OperationTimeout", Refusal(options => options.OperationTimeout = Timeout.InfiniteTimeSpan), StringComparison.Ordinal);
    }

    private static string Refusal(Action<MongoDbSettingsOptions> change)
    {
        var options = Right();
        change(options);
        return Assert.Throws<AmoCrmConfigurationException>(() => new MongoDbSettingsStore(options)).Message;
    }

    private static MongoDbSettingsOptions Right() => new() { ConnectionString = "mongodb://localhost:27017", Database = "database" };
}
