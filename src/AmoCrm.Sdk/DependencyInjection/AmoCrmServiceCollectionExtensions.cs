using AmoCrm.Sdk;
using AmoCrm.Sdk.Transport;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds amoCRM to services.</summary>
public static class AmoCrmServiceCollectionExtensions
{
    /// <summary>
    /// Adds <see cref="IAmoCrmClient"/> (of the agent in the options), <see cref="IAmoCrmClientFactory"/> (of any agent), <see cref="IAmoCrmTokenRefresher"/>
    /// and <see cref="IAmoCrmAuthorizer"/>, all singletons over <see cref="IHttpClientFactory"/>. Options are checked when the host starts.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets options. What it leaves unset is taken from the services: <see cref="IAmoCrmSettingsResolver"/>,
    /// <see cref="IAccessTokenProvider"/>, a <see cref="System.Threading.RateLimiting.PartitionedRateLimiter{TResource}"/> of <see cref="AmoCrmRateLimitKey"/>, <see cref="TimeProvider"/>, <see cref="ILoggerFactory"/>.</param>
    /// <returns>The builder: says where settings come from, and takes further handlers of the HTTP client.</returns>
    public static IAmoCrmBuilder AddAmoCrm(this IServiceCollection services, Action<AmoCrmClientOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<AmoCrmClientOptions>, AmoCrmClientOptionsValidator>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<AmoCrmClientOptions>, AmoCrmClientOptionsFromServices>());

        // With the options at hand, so that the store in them is there before: services are disposed of in the reverse order, and a refresh has to end before its store does.
        services.TryAddSingleton<IAmoCrmClientFactory>(static provider => new AmoCrmClientFactory(
            provider.GetRequiredService<IOptions<AmoCrmClientOptions>>().Value, provider.GetRequiredService<IHttpMessageHandlerFactory>()));
        services.TryAddSingleton(static provider =>
            provider.GetRequiredService<IAmoCrmClientFactory>().CreateClient(provider.GetRequiredService<IOptions<AmoCrmClientOptions>>().Value.AgentId));
        services.TryAddSingleton(static provider => ServiceConnections.CreateTokenRefresher(
            provider.GetRequiredService<IOptions<AmoCrmClientOptions>>().Value, provider.GetRequiredService<IHttpMessageHandlerFactory>()));
        services.TryAddSingleton<IAmoCrmAuthorizationStateStore>(static provider =>
            new InMemoryAuthorizationStateStore(provider.GetRequiredService<IOptions<AmoCrmClientOptions>>().Value.TimeProvider));
        services.TryAddSingleton(static provider => ServiceConnections.CreateAuthorizer(
            provider.GetRequiredService<IOptions<AmoCrmClientOptions>>().Value,
            provider.GetRequiredService<IAmoCrmAuthorizationStateStore>(),
            provider.GetRequiredService<IHttpMessageHandlerFactory>()));

        var options = services.AddOptions<AmoCrmClientOptions>().ValidateOnStart();
        if (configure is not null)
        {
            options.Configure(configure);
        }

        // The factory's own messages would put whole addresses into the log, and queries hold people's phones and names: RequestLog says what may be said.
        return new AmoCrmBuilder(services.AddHttpClient(HttpConnection.ClientName)
            .RemoveAllLoggers()
            .ConfigurePrimaryHttpMessageHandler(static provider =>
                HttpConnection.CreateHandler(provider.GetRequiredService<IOptions<AmoCrmClientOptions>>().Value.ConnectTimeout)));
    }

    /// <summary>The same with settings and options from configuration.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configuration">The root of the configuration: settings as <see cref="ConfigurationSettingsResolver"/> reads them, options by their names
    /// (<c>AmoCrm:ApplicationName</c>, <c>AmoCrm:TotalTimeout</c> = <c>00:00:30</c>, <c>AmoCrm:TokenRefresh:EarlyWindow</c>, <c>AmoCrm:EmulatorAddress</c> and so on).</param>
    /// <param name="configure">Sets options after that.</param>
    /// <returns>The builder: says where settings come from, and takes further handlers of the HTTP client.</returns>
    public static IAmoCrmBuilder AddAmoCrm(this IServiceCollection services, IConfiguration configuration, Action<AmoCrmClientOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configuration);
        services.TryAddSingleton<IAmoCrmSettingsResolver>(new ConfigurationSettingsResolver(configuration));
        return services.AddAmoCrm(options =>
        {
            OptionsFromConfiguration.Apply(configuration.GetSection(ConfigurationSettingsResolver.DefaultSection), options);
            configure?.Invoke(options);
        });
    }
}
