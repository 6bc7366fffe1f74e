using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace AmoCrm.Sdk.Hosting;

/// <summary>Puts the protected store in front of the store that the services name.</summary>
internal static class ProtectedRegistration
{
    // The store behind is registered anew under this key, so that the services still dispose it.
    private const string Behind = "AmoCrm.Sdk.Hosting.BehindProtection";

    private static readonly Func<IServiceProvider, object> Protected = static provider => provider.GetRequiredService<ProtectedSettingsStore>();

    public static void Decorate(IServiceCollection services)
    {
        var registered = services.LastOrDefault(static service => service.ServiceType == typeof(IAmoCrmSettingsResolver) && !service.IsKeyedService);
        if (registered?.ImplementationFactory == Protected)
        {
            return;
        }

        services.RemoveAllKeyed<IAmoCrmSettingsResolver>(Behind);
        services.Add(UnderKey(registered));
        services.TryAddSingleton(Make);
        Replace<IAmoCrmSettingsResolver>(services);
        Replace<IAmoCrmSettingsStore>(services);
        Replace<IAmoCrmTokenStore>(services);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<AmoCrmClientOptions>, ProtectionIsInFront>());
    }

    private static ServiceDescriptor UnderKey(ServiceDescriptor? registered) => registered switch
    {
        null => ServiceDescriptor.KeyedSingleton<IAmoCrmSettingsResolver>(Behind, static (_, _) => new JsonFileSettingsStore()),
        { ImplementationInstance: IAmoCrmSettingsResolver instance } => ServiceDescriptor.KeyedSingleton(Behind, instance),
        { ImplementationFactory: { } factory } => ServiceDescriptor.KeyedSingleton(Behind, (provider, _) => (IAmoCrmSettingsResolver)factory(provider)),
        _ => ServiceDescriptor.KeyedSingleton(typeof(IAmoCrmSettingsResolver), Behind, registered.ImplementationType!),
    };

    private static ProtectedSettingsStore Make(IServiceProvider provider)
    {
        var behind = provider.GetRequiredKeyedService<IAmoCrmSettingsResolver>(Behind);
        return new ProtectedSettingsStore(
            behind as IAmoCrmTokenStore ?? throw new AmoCrmConfigurationException(
                $"ProtectSecrets has nothing to protect: settings come from {behind.GetType().Name}, which keeps no tokens. Name a store before it: UseMongoDb, or UseSettings with a {nameof(JsonFileSettingsStore)}."),
            provider.GetService<IDataProtectionProvider>() ?? throw new AmoCrmConfigurationException(
                "ProtectSecrets needs the keys of data protection: call services.AddDataProtection(), and say where they are kept (PersistKeysTo…) and whose they are (SetApplicationName)."));
    }

    private static void Replace<TService>(IServiceCollection services)
    {
        services.RemoveAll<TService>();
        services.Add(ServiceDescriptor.Singleton(typeof(TService), Protected));
    }

    /// <summary>Finds out at the start that a later line of the program put an open store in front again: tokens would be written in plain text, and nobody would notice.</summary>
    private sealed class ProtectionIsInFront : IValidateOptions<AmoCrmClientOptions>
    {
        public ValidateOptionsResult Validate(string? name, AmoCrmClientOptions options) => options.SettingsResolver is ProtectedSettingsStore
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(
                $"ProtectSecrets was called, but settings come from {options.SettingsResolver?.GetType().Name}, past the protection: call ProtectSecrets after UseMongoDb or UseSettings, and leave {nameof(AmoCrmClientOptions.SettingsResolver)} alone.");
    }
}
