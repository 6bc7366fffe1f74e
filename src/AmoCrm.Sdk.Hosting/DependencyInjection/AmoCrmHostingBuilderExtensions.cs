using AmoCrm.Sdk;
using AmoCrm.Sdk.Hosting;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds to amoCRM's services what a service in production wants.</summary>
public static class AmoCrmHostingBuilderExtensions
{
    /// <summary>Adds <see cref="AmoCrmDisposableTokenValidator"/> and <see cref="AmoCrmUninstallHook"/>: they verify what claims to come from amoCRM.</summary>
    /// <param name="builder">What <c>AddAmoCrm</c> answered.</param>
    /// <param name="configure">Sets options. <see cref="IAmoCrmUsedTokens"/> is taken from the services, by default <see cref="InMemoryUsedTokens"/>.</param>
    /// <returns>The builder.</returns>
    public static IAmoCrmBuilder AddSignatureChecks(this IAmoCrmBuilder builder, Action<AmoCrmSignatureOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        services.AddCheckedOptions<AmoCrmSignatureOptions, AmoCrmSignatureOptionsValidator>(configure);
        services.TryAddSingleton<IAmoCrmUsedTokens>(static provider => new InMemoryUsedTokens(provider.ClientOptions().TimeProvider));
        services.TryAddSingleton(static provider => new AmoCrmDisposableTokenValidator(
            provider.SettingsResolver(),
            provider.GetRequiredService<IOptions<AmoCrmSignatureOptions>>().Value,
            provider.GetRequiredService<IAmoCrmUsedTokens>(),
            provider.ClientOptions().TimeProvider));
        services.TryAddSingleton(static provider => new AmoCrmUninstallHook(provider.SettingsResolver()));
        return builder;
    }

    /// <summary>
    /// Protects tokens and client secrets in the store with the keys of ASP.NET Core's data protection (<c>services.AddDataProtection()</c>): see <see cref="ProtectedSettingsStore"/>.
    /// <see cref="IAmoCrmSettingsResolver"/>, <see cref="IAmoCrmSettingsStore"/> and <see cref="IAmoCrmTokenStore"/> answer the protected store then. Software without the key ring,
    /// in other languages above all, cannot read protected values.
    /// </summary>
    /// <param name="builder">What <c>AddAmoCrm</c> answered, once it knows the store: this comes after <c>UseMongoDb</c> or <c>UseSettings</c>. Without them it protects the settings file.</param>
    /// <returns>The builder.</returns>
    public static IAmoCrmBuilder ProtectSecrets(this IAmoCrmBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ProtectedRegistration.Decorate(builder.Services);
        return builder;
    }

    /// <summary>
    /// Adds a background service that refreshes the tokens of every agent in the store that has been idle for a while, so that no integration lapses: a refresh token that is not used
    /// for three months is lost. Several processes may have it: they find the work done.
    /// </summary>
    /// <param name="builder">What <c>AddAmoCrm</c> answered.</param>
    /// <param name="configure">Sets options. They are checked when the host starts.</param>
    /// <returns>The builder.</returns>
    public static IAmoCrmBuilder AddKeepAlive(this IAmoCrmBuilder builder, Action<AmoCrmKeepAliveOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddCheckedOptions<AmoCrmKeepAliveOptions, AmoCrmKeepAliveOptionsValidator>(configure);
        builder.Services.AddHostedService(static provider => new AmoCrmKeepAlive(
            TokenStore(provider.SettingsResolver()),
            provider.GetRequiredService<IAmoCrmTokenRefresher>(),
            provider.GetRequiredService<IOptions<AmoCrmKeepAliveOptions>>().Value,
            provider.ClientOptions().TimeProvider,
            provider.GetService<ILogger<AmoCrmKeepAlive>>() ?? NullLogger<AmoCrmKeepAlive>.Instance));
        return builder;
    }

    private static IAmoCrmTokenStore TokenStore(IAmoCrmSettingsResolver settings) =>
        settings as IAmoCrmTokenStore ?? throw new AmoCrmConfigurationException(
            $"AddKeepAlive has nothing to keep alive: settings come from {settings.GetType().Name}, which keeps no tokens. Name a store (UseMongoDb, or UseSettings with a {nameof(JsonFileSettingsStore)}), or leave AddKeepAlive out.");
}
