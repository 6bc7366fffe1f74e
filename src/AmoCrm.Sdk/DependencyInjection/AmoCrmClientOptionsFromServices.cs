using System.Threading.RateLimiting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace AmoCrm.Sdk;

/// <summary>Fills options that nobody set from the services.</summary>
/// <param name="services">The services.</param>
internal sealed class AmoCrmClientOptionsFromServices(IServiceProvider services) : IPostConfigureOptions<AmoCrmClientOptions>
{
    public void PostConfigure(string? name, AmoCrmClientOptions options)
    {
        // One store for all clients: what is under way in it is then known to all of them.
        options.SettingsResolver ??= Get<IAmoCrmSettingsResolver>() ?? new JsonFileSettingsStore();
        options.AccessTokenProvider ??= Get<IAccessTokenProvider>();
        options.RateLimiter ??= Get<PartitionedRateLimiter<AmoCrmRateLimitKey>>();
        if (ReferenceEquals(options.TimeProvider, TimeProvider.System))
        {
            options.TimeProvider = Get<TimeProvider>() ?? TimeProvider.System;
        }

        if (ReferenceEquals(options.LoggerFactory, NullLoggerFactory.Instance))
        {
            options.LoggerFactory = Get<ILoggerFactory>() ?? NullLoggerFactory.Instance;
        }
    }

    private T? Get<T>()
        where T : class => (T?)services.GetService(typeof(T));
}
