using Microsoft.Extensions.Time.Testing;

namespace AmoCrm.Sdk.Fuzzing.Targets;

/// <summary>A client whose network is an input.</summary>
internal static class FuzzClient
{
    public static DateTimeOffset Now { get; } = new(2026, 2, 3, 4, 5, 6, TimeSpan.Zero);

    public static AmoCrmClient Create(IAmoCrmTransport transport) => Create(options => options.Transport = transport);

    public static AmoCrmClient Create(HttpMessageHandler http, int maxResponseBytes) => Create(options => (options.HttpMessageHandler, options.MaxResponseBytes) = (http, maxResponseBytes));

    private static AmoCrmClient Create(Action<AmoCrmClientOptions> configure)
    {
        var options = new AmoCrmClientOptions
        {
            ApplicationName = "Fuzzing",
            SettingsResolver = new StaticSettingsResolver(new AmoCrmSettings { Subdomain = "mycompany", AccessToken = "token" }),
            TimeProvider = new FakeTimeProvider(Now),
        };
        options.RateLimit.IsEnabled = false;
        options.Retry.MaxRetries = 0;
        configure(options);
        return new AmoCrmClient(options);
    }
}
