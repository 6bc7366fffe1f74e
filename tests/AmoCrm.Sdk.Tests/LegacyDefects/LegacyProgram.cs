using System.Text.Json.Nodes;
using AmoCrm.Emulator;
using AmoCrm.Sdk.Engine;
using AmoCrm.Sdk.Tests.Dispatch;
using AmoCrm.Sdk.Tests.TestSupport;

namespace AmoCrm.Sdk.Tests.LegacyDefects;

/// <summary>A program as the legacy engine had it: handlers by name, against an emulated account.</summary>
internal sealed class LegacyProgram : IAsyncDisposable
{
    private LegacyProgram(AmoCrmEmulator crm, AmoCrmClient client, AmoCrmEngine engine)
    {
        Crm = crm;
        Client = client;
        Engine = engine;
    }

    public AmoCrmEmulator Crm { get; }

    public AmoCrmClient Client { get; }

    public AmoCrmEngine Engine { get; }

    public AmoCrmClientOptions ClientOptions => OptionsFor(Crm);

    /// <summary>What was written so far: reads aside, for those of the account and its fields are ours to make.</summary>
    public IEnumerable<RecordedRequest> Writes => Crm.Requests.Where(static request => request.Method != "GET");

    public static async Task<LegacyProgram> StartAsync()
    {
        var token = TestContext.Current.CancellationToken;
        var crm = await AmoCrmEmulator.StartAsync(cancellationToken: token);
        var client = new AmoCrmClient(OptionsFor(crm));
        return new LegacyProgram(crm, client, await AmoCrmEngine.CreateAsync(client, cancellationToken: token));
    }

    public Task<JsonObject> CallAsync(string handler, string arguments) =>
        Engine.CallHandlerAsync(handler, JsonText.Element(arguments), TestContext.Current.CancellationToken);

    /// <summary>Calls a handler that must succeed.</summary>
    public async Task<JsonObject> SucceedAsync(string handler, string arguments)
    {
        var envelope = await CallAsync(handler, arguments);
        Assert.True(envelope["success"]!.GetValue<bool>(), envelope.ToJsonString());
        return envelope;
    }

    /// <summary>Calls a handler that must fail with that code.</summary>
    public async Task<JsonObject> FailAsync(string errorCode, string handler, string arguments)
    {
        var envelope = await CallAsync(handler, arguments);
        Assert.False(envelope["success"]!.GetValue<bool>(), envelope.ToJsonString());
        Assert.Equal(errorCode, envelope["error_code"]!.GetValue<string>());
        return envelope;
    }

    public async ValueTask DisposeAsync()
    {
        await Engine.DisposeAsync();
        await Client.DisposeAsync();
        await Crm.DisposeAsync();
    }

    private static AmoCrmClientOptions OptionsFor(AmoCrmEmulator crm) => new AmoCrmClientOptions
    {
        SettingsResolver = new StaticSettingsResolver(new AmoCrmSettings { Subdomain = crm.Host, AccessToken = crm.AccessToken }),
        EmulatorAddress = crm.BaseAddress,
    }.OneAttempt();
}
