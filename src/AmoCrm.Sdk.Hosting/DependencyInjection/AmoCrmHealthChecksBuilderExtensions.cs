using AmoCrm.Sdk.Hosting;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds amoCRM to health checks.</summary>
public static class AmoCrmHealthChecksBuilderExtensions
{
    /// <summary>
    /// Adds a check of the tokens of agents: unhealthy when a person has to authorise again or the store cannot be read, degraded when the answer to a refresh was lost or a refresh
    /// token nears its end. Its data name the state of each agent. It reads the store only: nothing is sent to amoCRM.
    /// </summary>
    /// <param name="builder">What <c>AddHealthChecks</c> answered. <c>AddAmoCrm</c> of the services is needed as well.</param>
    /// <param name="name">The name of the check.</param>
    /// <param name="configure">Sets options: which agents, and how old a refresh token may be.</param>
    /// <param name="failureStatus">What is reported in the place of unhealthy; null for unhealthy.</param>
    /// <param name="tags">The tags of the check.</param>
    /// <param name="timeout">How long it may take; null for no limit.</param>
    /// <returns>The builder.</returns>
    public static IHealthChecksBuilder AddAmoCrm(
        this IHealthChecksBuilder builder,
        string name = "amocrm",
        Action<AmoCrmHealthCheckOptions>? configure = null,
        HealthStatus? failureStatus = null,
        IEnumerable<string>? tags = null,
        TimeSpan? timeout = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrEmpty(name);
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<AmoCrmHealthCheckOptions>, AmoCrmHealthCheckOptionsValidator>());
        var options = builder.Services.AddOptions<AmoCrmHealthCheckOptions>(name).ValidateOnStart();
        if (configure is not null)
        {
            options.Configure(configure);
        }

        return builder.Add(new HealthCheckRegistration(
            name,
            provider => new AmoCrmHealthCheck(
                provider.SettingsResolver(), provider.GetRequiredService<IOptionsMonitor<AmoCrmHealthCheckOptions>>().Get(name), provider.ClientOptions().AgentId),
            failureStatus,
            tags,
            timeout));
    }
}
