using System.Text.Json.Nodes;
using AmoCrm.Sdk.Tests.TestSupport;
using Microsoft.Extensions.Time.Testing;

namespace AmoCrm.Sdk.Tests.Handlers;

/// <summary>A client whose network is a script.</summary>
internal sealed class CaseRun : IAsyncDisposable
{
    private readonly IReadOnlyList<Exchange> _exchanges;
    private readonly ScriptedHandler _handler;

    public CaseRun(params IReadOnlyList<Exchange> exchanges)
        : this(exchanges, static answer => answer)
    {
    }

    public CaseRun(IReadOnlyList<Exchange> exchanges, Func<string, string> changeAnswer)
    {
        _exchanges = exchanges;
        _handler = new ScriptedHandler(exchanges, changeAnswer);
        Client = new AmoCrmClient(new AmoCrmClientOptions
        {
            ApplicationName = "Tests",
            HttpMessageHandler = _handler,
            SettingsResolver = new StaticSettingsResolver(new AmoCrmSettings { Subdomain = "verba", AccessToken = "token" }),
            TimeProvider = new FakeTimeProvider(TestAccount.Now),
        }.OneAttempt());
    }

    public AmoCrmClient Client { get; }

    public IReadOnlyList<(string Request, string? Body)> Sent => _handler.Sent;

    /// <summary>Asserts that exactly the requests of the script were sent: method, path, query and body.</summary>
    public void AssertSent()
    {
        Assert.Equal(_exchanges.Select(static exchange => exchange.Request), Sent.Select(static sent => sent.Request));
        foreach (var (exchange, sent) in _exchanges.Zip(Sent))
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
