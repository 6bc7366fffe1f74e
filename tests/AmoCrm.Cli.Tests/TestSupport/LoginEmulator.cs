using AmoCrm.Emulator;

namespace AmoCrm.Cli.Tests.TestSupport;

/// <summary>An emulator whose consent page leads back to this machine, where the command listens.</summary>
public sealed class LoginEmulator : IAsyncLifetime
{
    public AmoCrmEmulator Crm { get; private set; } = null!;

    public string Url => Crm.BaseAddress.ToString();

    public async ValueTask InitializeAsync() =>
        Crm = await AmoCrmEmulator.StartAsync(new AmoCrmEmulatorOptions { RedirectUri = $"http://127.0.0.1:{FreePort.Find()}/callback" });

    public ValueTask DisposeAsync() => Crm.DisposeAsync();

    /// <summary>Where the consent page leads, for somebody who opens it by himself.</summary>
    public async Task<Uri> AllowAsync()
    {
        using var browser = new PlayedBrowser();
        return await browser.AllowAsync(new Uri(Crm.BaseAddress, $"/oauth?client_id={Crm.ClientId}"));
    }

    /// <summary>A fresh code.</summary>
    public async Task<string> CodeAsync() => (await AllowAsync()).Query.TrimStart('?').Split('&').Single(pair => pair.StartsWith("code=", StringComparison.Ordinal))["code=".Length..];
}
