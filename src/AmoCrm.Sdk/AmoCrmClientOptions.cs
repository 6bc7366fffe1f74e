using System.Reflection;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Polly;

namespace AmoCrm.Sdk;

/// <summary>How an <see cref="AmoCrmClient"/> works. All of it has defaults; a client takes a copy when it is made, so later changes have no effect on it.</summary>
public sealed class AmoCrmClientOptions
{
    /// <summary>The agent that is meant where none is named.</summary>
    public const string DefaultAgentId = "default";

    /// <summary>The name of the application: it goes into the User-Agent and is the source of the calls it records.</summary>
    /// <value>By default the name of the program's assembly.</value>
    public string ApplicationName { get; set; } = Assembly.GetEntryAssembly()?.GetName().Name ?? "AmoCrm.Sdk";

    /// <summary>Whose settings are used: an account with an integration in it.</summary>
    /// <value>By default <c>default</c>.</value>
    public string AgentId { get; set; } = DefaultAgentId;

    /// <summary>Where the settings come from: host, integration, tokens. Asked before every attempt.</summary>
    /// <value>By default the JSON file <see cref="JsonFileSettingsStore.DefaultPath"/>.</value>
    public IAmoCrmSettingsResolver? SettingsResolver { get; set; }

    /// <summary>Which token a request carries, and what happens when amoCRM refuses it.</summary>
    /// <value>
    /// By default the token in the settings. Where <see cref="SettingsResolver"/> is an <see cref="IAmoCrmTokenStore"/> and holds a refresh token, the tokens are refreshed before they end and
    /// after a refusal; elsewhere the settings are read again after a refusal, and another token there is tried once.
    /// </value>
    public IAccessTokenProvider? AccessTokenProvider { get; set; }

    /// <summary>When and how tokens are refreshed.</summary>
    public AmoCrmTokenRefreshOptions TokenRefresh { get; set; } = new();

    /// <summary>Tells what happens to tokens: subscribe to hear when a person has to authorise the integration again.</summary>
    public AmoCrmTokenEvents TokenEvents { get; } = new();

    /// <summary>amoCRM's limits, which every attempt keeps: typed and raw calls, repetitions and token requests alike. Clients of this process with the same limits share what is used up.</summary>
    public AmoCrmRateLimitOptions RateLimit { get; set; } = new();

    /// <summary>What every attempt takes a permit of, instead of what the process shares: one for several processes (the package AmoCrm.Sdk.Redis), or one of your own.</summary>
    /// <value>By default none: <see cref="RateLimit"/> counts.</value>
    /// <remarks>The lease is disposed of when the attempt is over. A limiter that wants to know when the request leaves gives an <see cref="AmoCrmPermit"/>.</remarks>
    public PartitionedRateLimiter<AmoCrmRateLimitKey>? RateLimiter { get; set; }

    /// <summary>How requests that failed for a passing reason are repeated, and what happens after a block page.</summary>
    public AmoCrmRetryOptions Retry { get; set; } = new();

    /// <summary>Whether creates that are made one by one at the same time share requests.</summary>
    public AmoCrmCoalescingOptions Coalescing { get; set; } = new();

    /// <summary>What repeats attempts that failed, within <see cref="TotalTimeout"/>, instead of what <see cref="Retry"/> says. Each repetition takes a permit and reads the settings again.</summary>
    /// <value>By default none: <see cref="Retry"/> counts.</value>
    /// <remarks>
    /// <see cref="AmoCrmResilience.RequestKey"/> gives the strategies the request. Whatever they do, a request that is
    /// <see cref="RetrySafety.Unsafe"/> is never sent again once it may have been carried out. <c>AddAmoCrmRetry</c> puts the default repetition into a pipeline of your own.
    /// Attempts come one after the other: a strategy that makes several at once (hedging) does not fit.
    /// </remarks>
    public ResiliencePipeline<AmoCrmResponse>? ResiliencePipeline { get; set; }

    /// <summary>How long a connection may take to be made.</summary>
    /// <value>By default 5 seconds.</value>
    /// <remarks>Not used when <see cref="HttpMessageHandler"/> is given: connections are then its business.</remarks>
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long one attempt may take, from the connection to the last byte of the answer.</summary>
    /// <value>By default 20 seconds.</value>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>How long a request may take with all that belongs to it: settings, waiting for permits, repetitions. The waiting of bulk requests for permits does not count.</summary>
    /// <value>By default 60 seconds.</value>
    public TimeSpan TotalTimeout { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How long facts about the account are kept: paid options, time zone, definitions of custom fields. Settings and tokens are never kept.</summary>
    /// <value>By default 10 minutes; zero: they are read each time.</value>
    public TimeSpan AccountMetadataLifetime { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>The longest answer that is read, in bytes.</summary>
    /// <value>By default 64 MiB.</value>
    public int MaxResponseBytes { get; set; } = 64 * 1024 * 1024;

    /// <summary>The address of an emulator on this machine, such as <c>http://127.0.0.1:5080/</c>: requests are sent there while everything else stays as if they went to the account's host.</summary>
    /// <value>By default none. Only loopback addresses are allowed, for the token goes there.</value>
    public Uri? EmulatorAddress { get; set; }

    /// <summary>What sends the requests. It has to have cookies and redirects off, and is not disposed with the client.</summary>
    /// <value>By default a <see cref="SocketsHttpHandler"/> of the client's own; with dependency injection that of <see cref="IHttpMessageHandlerFactory"/>.</value>
    public HttpMessageHandler? HttpMessageHandler { get; set; }

    /// <summary>What takes the place of HTTP altogether, for tests. Settings, tokens, limits and timeouts are then its business.</summary>
    /// <value>By default none.</value>
    public IAmoCrmTransport? Transport { get; set; }

    /// <summary>The clock.</summary>
    /// <value>By default the system's.</value>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Where log messages go. They hold handlers, statuses and durations, never bodies, queries, tokens or secrets.</summary>
    /// <value>By default nowhere.</value>
    public ILoggerFactory LoggerFactory { get; set; } = NullLoggerFactory.Instance;

    /// <summary>Checks the options.</summary>
    /// <exception cref="AmoCrmConfigurationException">Some are not allowed; the message names all of them.</exception>
    public void Validate()
    {
        var problems = AmoCrmClientOptionsValidator.ProblemsOf(this);
        if (problems.Count > 0)
        {
            throw new AmoCrmConfigurationException(string.Join(' ', problems));
        }
    }

    /// <summary>Called at the points of a refresh, by the test host that kills its process there.</summary>
    internal Func<Auth.Refresh.TokenRefreshPoint, ValueTask>? TokenRefreshProbe { get; set; }

    internal AmoCrmClientOptions Copy()
    {
        var copy = (AmoCrmClientOptions)MemberwiseClone();
        copy.TokenRefresh = TokenRefresh.Copy();
        copy.RateLimit = RateLimit.Copy();
        copy.Retry = Retry.Copy();
        copy.Coalescing = Coalescing.Copy();
        return copy;
    }
}
