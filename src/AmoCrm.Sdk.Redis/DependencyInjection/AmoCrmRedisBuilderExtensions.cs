using System.Threading.RateLimiting;
using AmoCrm.Sdk;
using AmoCrm.Sdk.Redis;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Keeps amoCRM's limits together with other processes, over Redis.</summary>
public static class AmoCrmRedisBuilderExtensions
{
    /// <summary>
    /// Adds <see cref="AmoCrmRedisRateLimiter"/> to the services, as the limiter of all clients. Options are checked when the host starts; Redis is asked first by the first request.
    /// </summary>
    /// <param name="builder">What <c>AddAmoCrm</c> answered.</param>
    /// <param name="connectionString">A connection string of StackExchange.Redis: <c>localhost:6379</c>.</param>
    /// <param name="configure">Sets options.</param>
    /// <returns>The builder.</returns>
    public static IAmoCrmBuilder UseRedis(this IAmoCrmBuilder builder, string connectionString, Action<AmoCrmRedisOptions>? configure = null) =>
        Use(builder, configure, (provider, options) => new AmoCrmRedisRateLimiter(connectionString, options, provider.GetService<TimeProvider>(), provider.GetService<ILoggerFactory>()));

    /// <summary>The same over a connection of the application's, which is not disposed of with the limiter.</summary>
    /// <param name="builder">What <c>AddAmoCrm</c> answered.</param>
    /// <param name="connection">Finds the connection, once.</param>
    /// <param name="configure">Sets options.</param>
    /// <returns>The builder.</returns>
    public static IAmoCrmBuilder UseRedis(this IAmoCrmBuilder builder, Func<IServiceProvider, IConnectionMultiplexer> connection, Action<AmoCrmRedisOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(connection);
        return Use(builder, configure, (provider, options) => new AmoCrmRedisRateLimiter(connection(provider), options, provider.GetService<TimeProvider>(), provider.GetService<ILoggerFactory>()));
    }

    private static IAmoCrmBuilder Use(IAmoCrmBuilder builder, Action<AmoCrmRedisOptions>? configure, Func<IServiceProvider, AmoCrmRedisOptions, AmoCrmRedisRateLimiter> make)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<AmoCrmRedisOptions>, AmoCrmRedisOptionsValidator>());

        // No ValidateOnStart: the client's options ask for the limiter at the start, and a problem would be told twice (UseRedisTests).
        var options = services.AddOptions<AmoCrmRedisOptions>();
        if (configure is not null)
        {
            options.Configure(configure);
        }

        services.RemoveAll<AmoCrmRedisRateLimiter>();
        services.RemoveAll<PartitionedRateLimiter<AmoCrmRateLimitKey>>();
        services.AddSingleton(provider => make(provider, provider.GetRequiredService<IOptions<AmoCrmRedisOptions>>().Value));
        services.AddSingleton<PartitionedRateLimiter<AmoCrmRateLimitKey>>(static provider => provider.GetRequiredService<AmoCrmRedisRateLimiter>());
        return builder;
    }
}
