using System.Buffers.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using AmoCrm.Sdk.Tests.Auth.Authorization;
using AmoCrm.Sdk.Tests.TestSupport;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace AmoCrm.Sdk.Tests.Auth;

/// <summary>One hostile value on its way through one entrance: what was sent because of it, and what was said about it.</summary>
internal sealed partial class HostileRun : IDisposable
{
    public const string Agent = "default";
    public const string Host = $"{HostileHosts.Label}.amocrm.ru";
    public const string ApiHost = "api-a.amocrm.ru";

    // What our own messages say: a value that is a part of it is not told apart.
    private const string OwnWords = $"(mycompany.amocrm.ru): one of amocrm.ru, amocrm.com, kommo.com. {Host} {ApiHost}";

    private readonly FakeLoggerProvider _logs = new();
    private readonly ILoggerFactory _loggers;

    /// <param name="answer">What is answered, wherever the request went.</param>
    public HostileRun(Func<HttpRequestMessage, HttpResponseMessage>? answer = null)
    {
        _loggers = LoggerFactory.Create(builder => builder.SetMinimumLevel(LogLevel.Trace).AddProvider(_logs));
        Http = new StubHttpHandler().Answers((request, _) => Task.FromResult(answer?.Invoke(request) ?? StubHttpHandler.Json(200, "{}")));
    }

    public StubHttpHandler Http { get; }

    public static AmoCrmSettings Settings { get; } = new()
    {
        Subdomain = HostileHosts.Label,
        ClientId = AuthorizationBench.ClientId,
        ClientSecret = "secret-7f3a",
        RedirectUri = "https://shop.example/amocrm",
        AccessToken = "token-91bc",
    };

    public AmoCrmClientOptions Options(IAmoCrmSettingsResolver resolver) => new AmoCrmClientOptions { SettingsResolver = resolver, HttpMessageHandler = Http, LoggerFactory = _loggers }.OneAttempt();

    public AmoCrmClientOptions Options(AmoCrmSettings settings) => Options(new StaticSettingsResolver(settings));

    public async Task<AmoCrmClientOptions> StoredAsync(AmoCrmSettings settings)
    {
        var store = new InMemorySettingsStore();
        await store.SaveAsync(Agent, settings);
        return Options(store);
    }

    /// <summary>An access token that has ended, with a claim that says where amoCRM's own API is.</summary>
    public static string EndedToken(string? apiDomain)
    {
        var claims = new Dictionary<string, object?> { ["exp"] = 1_700_000_000, ["api_domain"] = apiDomain };
        return $"e30.{Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(claims))}.signature";
    }

    /// <summary>Does what a program would, and keeps what it gets to see.</summary>
    public static async Task<Exception?> DoAsync(Func<Task> work)
    {
        try
        {
            await work();
            return null;
        }
        catch (Exception exception) when (exception is IAmoCrmError)
        {
            return exception;
        }
    }

    /// <summary>Whatever happened: no host but amoCRM's got anything.</summary>
    public void AssertOnlyAmoCrm(params string[] hosts)
    {
        Assert.All(Http.Sent, sent =>
        {
            Assert.Matches(AllowedHost(), sent.Uri.IdnHost);
            Assert.Equal(("https", 443, string.Empty), (sent.Uri.Scheme, sent.Uri.Port, sent.Uri.UserInfo));
            Assert.False(sent.Headers.ContainsKey("Host"));
            if (hosts.Length > 0)
            {
                Assert.Contains(sent.Uri.Host, hosts);
            }
        });
    }

    /// <summary>It was refused: nothing was sent at all, and neither the message nor a log repeats it.</summary>
    public void AssertRefused<TException>(Exception? exception, string value)
        where TException : Exception
    {
        Assert.Empty(Http.Sent);
        Assert.IsAssignableFrom<TException>(exception);
        AssertNotEchoed(exception!, value);
        Assert.All(_logs.Collector.GetSnapshot(), message => Assert.DoesNotContain(HostileHosts.Evil, message.Message, StringComparison.OrdinalIgnoreCase));
    }

    public static void AssertNotEchoed(Exception exception, string value)
    {
        Assert.DoesNotContain("canary", exception.ToString(), StringComparison.OrdinalIgnoreCase);
        if (value.Trim().Length > 3 && !OwnWords.Contains(value.Trim(), StringComparison.OrdinalIgnoreCase))
        {
            Assert.DoesNotContain(value.Trim(), exception.ToString(), StringComparison.OrdinalIgnoreCase);
        }
    }

    public void Dispose()
    {
        Http.Dispose();
        _loggers.Dispose();
    }

    [GeneratedRegex(@"^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.(amocrm\.ru|amocrm\.com|kommo\.com)\z")]
    private static partial Regex AllowedHost();
}
