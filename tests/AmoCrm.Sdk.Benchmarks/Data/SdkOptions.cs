namespace AmoCrm.Sdk.Benchmarks.Data;

/// <summary>How the SDK works in all cases: everything on, as by default, and a limiter whose windows are never full.</summary>
internal static class SdkOptions
{
    public const string Host = "example.amocrm.ru";
    public const string AccessToken = "benchmark-token";

    public static AmoCrmClientOptions Create() => new()
    {
        ApplicationName = "benchmarks",
        SettingsResolver = new StaticSettingsResolver(new AmoCrmSettings { Subdomain = "example", ClientId = "integration", AccessToken = AccessToken }),
        RateLimiter = new AmoCrmRateLimiter(timeProvider: new SteppingClock()),
    };

    /// <summary>A client that sends to a server of a case.</summary>
    /// <param name="server">The server.</param>
    /// <param name="change">What is not as by default.</param>
    public static AmoCrmClient CreateClient(ICallServer server, Action<AmoCrmClientOptions>? change = null)
    {
        var options = Create();
        server.Reach(options);
        change?.Invoke(options);
        return new AmoCrmClient(options);
    }
}
