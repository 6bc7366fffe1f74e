using AmoCrm.Emulator;

namespace AmoCrm.Sdk.Soak.Load;

/// <summary>Options of a client for an emulator in the same process.</summary>
internal static class LoadOptions
{
    /// <summary>Without limits, as the emulator is.</summary>
    public static AmoCrmClientOptions For(AmoCrmEmulator crm) => new()
    {
        SettingsResolver = new StaticSettingsResolver(new AmoCrmSettings { Subdomain = crm.Host, ClientId = crm.ClientId, AccessToken = crm.AccessToken }),
        EmulatorAddress = crm.BaseAddress,
        RateLimit = { IsEnabled = false },
    };
}
