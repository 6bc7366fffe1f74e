using AmoCrm.Sdk;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Says where the settings of agents come from. The last one that is called decides.</summary>
public static class AmoCrmBuilderExtensions
{
    /// <summary>Takes settings and options from a section of the configuration.</summary>
    /// <param name="builder">What <c>AddAmoCrm</c> answered.</param>
    /// <param name="section">The section, such as <c>configuration.GetSection("AmoCrm")</c>: settings as <see cref="ConfigurationSettingsResolver"/> reads them, options by their
    /// names (<c>ApplicationName</c>, <c>TotalTimeout</c> = <c>00:00:30</c>, <c>TokenRefresh:EarlyWindow</c>, <c>EmulatorAddress</c> and so on). An option that is there replaces what was set before.</param>
    /// <returns>The builder.</returns>
    public static IAmoCrmBuilder UseConfiguration(this IAmoCrmBuilder builder, IConfigurationSection section)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(section);
        builder.Services.Configure<AmoCrmClientOptions>(options => OptionsFromConfiguration.Apply(section, options));
        return builder.UseSettings(_ => new ConfigurationSettingsResolver(section));
    }

    /// <summary>Takes settings from a resolver of your own, or from a store that another package brings.</summary>
    /// <param name="builder">What <c>AddAmoCrm</c> answered.</param>
    /// <param name="resolver">Makes the resolver, once; it is disposed with the services.</param>
    /// <returns>The builder.</returns>
    public static IAmoCrmBuilder UseSettings(this IAmoCrmBuilder builder, Func<IServiceProvider, IAmoCrmSettingsResolver> resolver)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(resolver);
        builder.Services.RemoveAll<IAmoCrmSettingsResolver>();
        builder.Services.AddSingleton(resolver);
        return builder;
    }
}
