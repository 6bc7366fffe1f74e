using AmoCrm.Emulator;

namespace AmoCrm.Cli.Tests.TestSupport;

/// <summary>An emulator that the tests of a class share.</summary>
public sealed class RunningEmulator : IAsyncLifetime
{
    public AmoCrmEmulator Crm { get; private set; } = null!;

    public string Url => Crm.BaseAddress.ToString();

    public async ValueTask InitializeAsync() => Crm = await AmoCrmEmulator.StartAsync();

    public ValueTask DisposeAsync() => Crm.DisposeAsync();
}
