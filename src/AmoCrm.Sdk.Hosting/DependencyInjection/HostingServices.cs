using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace AmoCrm.Sdk.Hosting;

/// <summary>What the services of this package take from those of the core.</summary>
internal static class HostingServices
{
    public static AmoCrmClientOptions ClientOptions(this IServiceProvider provider) => provider.GetRequiredService<IOptions<AmoCrmClientOptions>>().Value;

    /// <summary>The store that the clients use, whichever way they were told of it.</summary>
    public static IAmoCrmSettingsResolver SettingsResolver(this IServiceProvider provider) =>
        provider.ClientOptions().SettingsResolver ?? throw new AmoCrmConfigurationException("There are no services of amoCRM: call services.AddAmoCrm() first.");

    public static void AddCheckedOptions<TOptions, TValidator>(this IServiceCollection services, Action<TOptions>? configure)
        where TOptions : class
        where TValidator : class, IValidateOptions<TOptions>, new()
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<TOptions>>(new TValidator()));
        var options = services.AddOptions<TOptions>().ValidateOnStart();
        if (configure is not null)
        {
            options.Configure(configure);
        }
    }
}
