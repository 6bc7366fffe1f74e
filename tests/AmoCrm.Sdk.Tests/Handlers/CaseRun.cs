using System.Text.Json.Nodes;

namespace AmoCrm.Sdk.Tests.Handlers;

/// <summary>A client whose network is the script of a case.</summary>
internal sealed class CaseRun : IAsyncDisposable
{
    private readonly HandlerCase _case;
    private readonly ScriptedHandler _handler;

    public CaseRun(HandlerCase item, Func<string, string>? changeAnswer = null)
    {
        _case = item;
        _handler = new ScriptedHandler(item.Exchanges, changeAnswer ?? (static answer => answer));
        Client = new AmoCrmClient(new AmoCrmClientOptions
        {
            ApplicationName = "Tests",
            HttpMessageHandler = _handler,
            SettingsResolver = new StaticSettingsResolver(new AmoCrmSettings { Subdomain = "verba", AccessToken = "token" }),
        });
    }

    public AmoCrmClient Client { get; }

    public IReadOnlyList<(string Request, string? Body)> Sent => _handler.Sent;

    /// <summary>Asserts that exactly the requests of the case were sent: method, path, query and body.</summary>
    public void AssertSent()
    {
        Assert.Equal(_case.Exchanges.Select(static exchange => exchange.Request), Sent.Select(static sent => sent.Request));
        foreach (var (exchange, sent) in _case.Exchanges.Zip(Sent))
        {
            if (exchange.Body is null)
            {
                Assert.Null(sent.Body);
                continue;
            }

            Assert.NotNull(sent.Body);
            Assert.True(JsonNode.DeepEquals(JsonNode.Parse(exchange.Body), JsonNode.Parse(sent.Body)), $"expected {exchange.Body}{Environment.NewLine}but sent {sent.Body}");
        }
    }

    public ValueTask DisposeAsync() => Client.DisposeAsync();
}
