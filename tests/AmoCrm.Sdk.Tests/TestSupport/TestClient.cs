using AmoCrm.Sdk.Transport;

namespace AmoCrm.Sdk.Tests.TestSupport;

/// <summary>The runtime over a stub of the network.</summary>
internal sealed class TestClient
{
    public TestClient(Action<AmoCrmClientOptions>? configure = null)
    {
        var options = new AmoCrmClientOptions { ApplicationName = "Tests", SettingsResolver = Settings, HttpMessageHandler = Http }.OneAttempt();
        configure?.Invoke(options);
        options.Validate();
        var (transport, _, copy) = ClientTransport.Create(options);
        Client = new AmoCrmClient(options);
        Transport = transport;
        Api = new AmoCrmApi(Client, copy, transport);
    }

    public TestSettings Settings { get; } = new();

    public StubHttpHandler Http { get; } = new();

    public AmoCrmClient Client { get; }

    public IAmoCrmTransport Transport { get; }

    public AmoCrmApi Api { get; }

    public SentRequest LastSent => Http.Sent[^1];
}
