using AmoCrm.Sdk.Auth;
using AmoCrm.Sdk.Tests.Auth.Refresh;
using AmoCrm.Sdk.Tests.TestSupport;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Time.Testing;

namespace AmoCrm.Sdk.Tests.Auth.Authorization;

/// <summary>An authorizer with the network, the store and the clock in a test's hands. Every secret in it is a canary.</summary>
internal sealed class AuthorizationBench : IDisposable
{
    public const string Agent = "sales";
    public const string ClientId = "4d5a1c02-7f0b-4e0c-9a53-1f6f2c5b9e01";
    public const string Code = "code-canary-55aa";
    public const string Tokens = """{"token_type":"Bearer","expires_in":86400,"server_time":1763812800,"access_token":"access-canary-1","refresh_token":"refresh-canary-1"}""";

    /// <param name="http">What amoCRM answers; by default always a new pair.</param>
    public AuthorizationBench(StubHttpHandler? http = null)
    {
        Http = http ?? new StubHttpHandler().Answers(200, Tokens, "application/json");
        Store = new StoreProbe(Clock);
        Loggers = LoggerFactory.Create(builder => builder.SetMinimumLevel(LogLevel.Trace).AddProvider(Logs));
        Options = new AmoCrmClientOptions { ApplicationName = "Tests", SettingsResolver = Store, HttpMessageHandler = Http, TimeProvider = Clock, LoggerFactory = Loggers }.OneAttempt();
        Authorizer = new AmoCrmAuthorizer(Options);
        Save(Keys);
    }

    public static AmoCrmSettings Keys { get; } = new() { ClientId = ClientId, ClientSecret = "secret-canary-91bc", RedirectUri = "https://shop.example/amocrm" };

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));

    public StubHttpHandler Http { get; }

    public StoreProbe Store { get; }

    public FakeLoggerProvider Logs { get; } = new();

    public ILoggerFactory Loggers { get; }

    /// <summary>The ids of the messages about tokens, in order.</summary>
    public IReadOnlyList<int> Told => [.. Logs.Collector.GetSnapshot().Where(static log => log.Category == AuthLog.Category).Select(static log => log.Id.Id)];

    public AmoCrmClientOptions Options { get; }

    public AmoCrmAuthorizer Authorizer { get; }

    public void Save(AmoCrmSettings settings) => Store.Inner.SaveAsync(Agent, settings).GetAwaiter().GetResult();

    public Task<AmoCrmTokenRecord> RecordAsync() => Store.Inner.ReadTokensAsync(Agent);

    public async Task<string> StateAsync() => RedirectState(await Authorizer.CreateConsentUriAsync(Agent));

    /// <summary>What comes back when a person agreed.</summary>
    public async Task<Uri> RedirectAsync(string referer = "mycompany.amocrm.ru", string more = "") =>
        new($"https://shop.example/amocrm?code={Code}&referer={Uri.EscapeDataString(referer)}&platform=1&state={await StateAsync()}{more}");

    /// <summary>Completes an authorisation that must fail, and gives what was thrown; nothing secret is in it or in the logs.</summary>
    public Task<AmoCrmAuthorizationException> FailAsync(Uri redirect) => FailAsync(Authorizer.CompleteAsync(redirect));

    /// <summary>Awaits what must fail.</summary>
    public async Task<AmoCrmAuthorizationException> FailAsync(Task authorization)
    {
        var exception = await Assert.ThrowsAsync<AmoCrmAuthorizationException>(() => authorization);
        AssertNothingLeaks(exception);
        return exception;
    }

    public void AssertNothingLeaks(Exception? exception = null)
    {
        Assert.DoesNotContain("canary", exception?.ToString() ?? string.Empty, StringComparison.Ordinal);
        Assert.All(Logs.Collector.GetSnapshot(), message => Assert.DoesNotContain("canary", message.ToString(), StringComparison.Ordinal));
    }

    /// <summary>Lets virtual time pass until a task is done.</summary>
    public async Task PassTimeAsync(Task task, TimeSpan step)
    {
        using var giveUp = new CancellationTokenSource(Patience.Limit);
        while (!task.IsCompleted)
        {
            Assert.False(giveUp.IsCancellationRequested, "It is not done in time.");
            await Task.Delay(1, CancellationToken.None);
            Clock.Advance(step);
        }
    }

    public void Dispose()
    {
        Authorizer.Dispose();
        Http.Dispose();
        Loggers.Dispose();
    }

    private static string RedirectState(Uri page) => page.Query.Split('&').Single(part => part.StartsWith("state=", StringComparison.Ordinal))["state=".Length..];
}
