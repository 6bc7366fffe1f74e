using AmoCrm.Sdk.Hosting.Tests.TestSupport;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AmoCrm.Sdk.Hosting.Tests.DependencyInjection;

public sealed class ProtectSecretsTests : IDisposable
{
    private readonly JsonFilePlace _file = new();
    private readonly ServiceCollection _services = new();

    public ProtectSecretsTests() => _services.AddSingleton<IDataProtectionProvider>(new EphemeralDataProtectionProvider());

    public void Dispose() => _file.Dispose();

    [Fact]
    public async Task Everything_that_answers_settings_answers_the_protected_store()
    {
        _services.AddAmoCrm().UseSettings(_ => new JsonFileSettingsStore(_file.Path)).ProtectSecrets();
        await using var provider = _services.BuildServiceProvider();
        var store = provider.GetRequiredService<ProtectedSettingsStore>();

        Assert.Same(store, Assert.Single(provider.GetServices<IAmoCrmSettingsResolver>()));
        Assert.Same(store, Assert.Single(provider.GetServices<IAmoCrmSettingsStore>()));
        Assert.Same(store, Assert.Single(provider.GetServices<IAmoCrmTokenStore>()));
        Assert.Same(store, provider.GetRequiredService<IOptions<AmoCrmClientOptions>>().Value.SettingsResolver);
        provider.GetRequiredService<IStartupValidator>().Validate();

        await _file.WriteAsync();
        await store.SaveAsync("sales", Integration.Settings, TestContext.Current.CancellationToken);
        Assert.StartsWith("protected:v1:", (string?)(await _file.DocumentAsync("sales"))["settings"]!["amocrm_client_secret"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_is_registered_as_an_instance_or_a_type_is_protected_too()
    {
        _services.AddSingleton<IAmoCrmSettingsResolver>(new InMemorySettingsStore());
        _services.AddAmoCrm().ProtectSecrets();
        await using var provider = _services.BuildServiceProvider();
        Assert.IsType<ProtectedSettingsStore>(provider.GetRequiredService<IAmoCrmSettingsResolver>());

        var others = new ServiceCollection().AddSingleton<IDataProtectionProvider>(new EphemeralDataProtectionProvider()).AddSingleton(TimeProvider.System);
        others.AddSingleton<IAmoCrmSettingsResolver, InMemorySettingsStore>();
        others.AddAmoCrm().ProtectSecrets();
        await using var other = others.BuildServiceProvider();
        Assert.IsType<ProtectedSettingsStore>(other.GetRequiredService<IAmoCrmSettingsResolver>());
    }

    [Fact]
    public async Task Where_no_store_is_named_the_settings_file_is_protected()
    {
        _services.AddAmoCrm().ProtectSecrets();
        await using var provider = _services.BuildServiceProvider();
        Assert.IsType<ProtectedSettingsStore>(provider.GetRequiredService<IOptions<AmoCrmClientOptions>>().Value.SettingsResolver);
    }

    [Fact]
    public async Task The_store_behind_is_still_disposed_with_the_services()
    {
        var store = new DisposedStore();
        _services.AddAmoCrm().UseSettings(_ => store).ProtectSecrets();
        await using (var provider = _services.BuildServiceProvider())
        {
            Assert.NotNull(provider.GetRequiredService<IAmoCrmSettingsStore>());
        }

        Assert.True(store.IsDisposed);
    }

    [Fact]
    public async Task Protecting_twice_is_protecting_once()
    {
        _services.AddAmoCrm().UseSettings(_ => _file.Store()).ProtectSecrets().ProtectSecrets();
        await using var provider = _services.BuildServiceProvider();
        await _file.WriteAsync();
        await provider.GetRequiredService<IAmoCrmSettingsStore>().SaveAsync("sales", Integration.Settings, TestContext.Current.CancellationToken);
        Assert.Equal(Integration.Settings, await provider.GetRequiredService<IAmoCrmSettingsResolver>().ResolveAsync("sales", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_store_that_is_named_after_it_stops_the_host_at_its_start_unless_it_is_protected_too()
    {
        var builder = _services.AddAmoCrm().UseSettings(_ => new InMemorySettingsStore()).ProtectSecrets().UseSettings(_ => _file.Store());
        await using (var provider = _services.BuildServiceProvider())
        {
            var exception = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IStartupValidator>().Validate());
            Assert.Contains("ProtectSecrets after UseMongoDb or UseSettings", exception.Message, StringComparison.Ordinal);
        }

        builder.ProtectSecrets();
        await using var again = _services.BuildServiceProvider();
        again.GetRequiredService<IStartupValidator>().Validate();
        await _file.WriteAsync();
        await again.GetRequiredService<IAmoCrmSettingsStore>().SaveAsync("sales", Integration.Settings, TestContext.Current.CancellationToken);
        Assert.StartsWith("protected:v1:", (string?)(await _file.DocumentAsync("sales"))["settings"]!["amocrm_client_secret"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_resolver_in_the_options_goes_past_the_protection_and_stops_the_host()
    {
        _services.AddAmoCrm(options => options.SettingsResolver = new InMemorySettingsStore()).ProtectSecrets();
        await using var provider = _services.BuildServiceProvider();
        Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IStartupValidator>().Validate());
    }

    [Fact]
    public async Task Settings_that_cannot_be_written_are_nothing_to_protect()
    {
        _services.AddAmoCrm(new ConfigurationBuilder().Build()).ProtectSecrets();
        await using var provider = _services.BuildServiceProvider();

        var exception = Assert.Throws<AmoCrmConfigurationException>(() => provider.GetRequiredService<IStartupValidator>().Validate());

        Assert.Contains("ConfigurationSettingsResolver", exception.Message, StringComparison.Ordinal);
        Assert.Contains("UseMongoDb", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_keys_the_host_does_not_start()
    {
        var services = new ServiceCollection();
        services.AddAmoCrm().UseSettings(_ => new InMemorySettingsStore()).ProtectSecrets();
        await using var provider = services.BuildServiceProvider();

        var exception = Assert.Throws<AmoCrmConfigurationException>(() => provider.GetRequiredService<IStartupValidator>().Validate());

        Assert.Contains("AddDataProtection", exception.Message, StringComparison.Ordinal);
    }

    private sealed class DisposedStore : IAmoCrmTokenStore, IDisposable
    {
        public bool IsDisposed { get; private set; }

        public void Dispose() => IsDisposed = true;

        public ValueTask<AmoCrmSettings> ResolveAsync(string agentId, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task SaveAsync(string agentId, AmoCrmSettings settings, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public IAsyncEnumerable<string> ListAgentsAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public Task<AmoCrmTokenRecord> ReadTokensAsync(string agentId, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public Task<bool> TryWriteTokensAsync(string agentId, AmoCrmTokenRecord expected, AmoCrmTokenRecord updated, CancellationToken cancellationToken = default) => throw new NotSupportedException();
    }
}
