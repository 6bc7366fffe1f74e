namespace AmoCrm.Sdk.Benchmarks.Data;

/// <summary>How the SDK works in all cases: everything on, as by default, and a limiter whose windows are never full.</summary>
internal static class SdkOptions
{
    public const string Host = "example.amocrm.ru";
    public const string AccessToken = "benchmark-token";

    public static AmoCrmClientOptions Create(HttpMessageHandler? handler = null) => new()
    {
        ApplicationName = "benchmarks",
        SettingsResolver = new StaticSettingsResolver(new AmoCrmSettings { Subdomain = "example", ClientId = "integration", AccessToken = AccessToken }),
        HttpMessageHandler = handler,
        RateLimiter = new AmoCrmRateLimiter(timeProvider: new SteppingClock()),
    };
}
