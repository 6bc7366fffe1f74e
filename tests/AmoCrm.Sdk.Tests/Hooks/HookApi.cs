using AmoCrm.Sdk.Transport;
using Microsoft.Extensions.Time.Testing;

namespace AmoCrm.Sdk.Tests.Hooks;

/// <summary>An API over a scripted transport, at half past nine in the evening (UTC) of 31 January 2030.</summary>
internal static class HookApi
{
    public static AmoCrmApi Over(IAmoCrmTransport transport, IAmoCrmSettingsResolver? settings = null) => new(
        null!, // No hook needs the client.
        new AmoCrmClientOptions
        {
            ApplicationName = "Acme CRM",
            SettingsResolver = settings,
            TimeProvider = new FakeTimeProvider(new DateTimeOffset(2030, 1, 31, 21, 30, 0, TimeSpan.Zero)),
        },
        transport);
}
