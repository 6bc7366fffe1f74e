namespace AmoCrm.Sdk.Redis.Tests.TestSupport;

/// <summary>Gives a redis-server to tests that kill it.</summary>
internal static class LocalServer
{
    /// <summary>A server that is not started yet. Where there is none on this machine the test is skipped.</summary>
    public static LocalRedis Create(string? password = null)
    {
        Assert.SkipUnless(LocalRedis.IsInstalled, "This test kills its Redis: it needs redis-server.");
        return new LocalRedis(password);
    }
}
