using AmoCrm.Sdk.Tests.TestSupport;

namespace AmoCrm.Sdk.Tests.Transport;

/// <summary>What of a client's connections ends with it.</summary>
public sealed class ConnectionEndTests
{
    private static readonly AmoCrmRequest Request = new(HttpMethod.Get, "/api/v4/account");

    [Fact]
    public async Task Connections_of_its_own_are_closed()
    {
        using var server = new OneByOneServer(static () => { });
        await using (var client = Client(server, handler: null))
        {
            await client.SendAsync(Request);
            Assert.False(server.Closed.IsCompleted);
        }

        await server.Closed.WithPatience();
    }

    [Fact]
    public async Task Those_of_a_handler_that_was_given_to_it_are_their_owners()
    {
        using var handler = new StubHttpHandler().Answers(200, "{}");
        await using (var client = new TestClient(options => options.HttpMessageHandler = handler).Client)
        {
            await client.SendAsync(Request);
        }

        await new TestClient(options => options.HttpMessageHandler = handler).Client.SendAsync(Request);
        Assert.False(handler.IsDisposed);
        Assert.Equal(2, handler.Sent.Count);
    }

    private static AmoCrmClient Client(OneByOneServer server, HttpMessageHandler? handler) => new(new AmoCrmClientOptions
    {
        EmulatorAddress = server.Address,
        HttpMessageHandler = handler,
        SettingsResolver = new StaticSettingsResolver(new AmoCrmSettings { Subdomain = "mycompany", AccessToken = "token" }),
    }.OneAttempt());
}
