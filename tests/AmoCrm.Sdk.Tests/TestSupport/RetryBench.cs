using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Time.Testing;

namespace AmoCrm.Sdk.Tests.TestSupport;

/// <summary>A client that repeats, over a stub of the network, with the clock in a test's hands.</summary>
internal sealed partial class RetryBench : IDisposable
{
    /// <summary>How long one attempt may take.</summary>
    public static readonly TimeSpan AttemptTimeout = TimeSpan.FromHours(1);

    private readonly FakeLoggerProvider _logs = new();
    private readonly ILoggerFactory _loggers;

    public RetryBench(Action<AmoCrmClientOptions>? configure = null)
    {
        _loggers = LoggerFactory.Create(builder => builder.SetMinimumLevel(LogLevel.Trace).AddProvider(_logs));
        Test = new TestClient(options =>
        {
            options.TimeProvider = Clock;
            options.LoggerFactory = _loggers;
            options.Retry.MaxRetries = 2;

            // A machine that is busy must not use it up: only tests of the budget give it.
            options.TotalTimeout = TimeSpan.FromDays(1);
            options.AttemptTimeout = AttemptTimeout;
            configure?.Invoke(options);
        });
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));

    public TestClient Test { get; }

    public StubHttpHandler Http => Test.Http;

    /// <summary>The pauses before repetitions, as they were chosen.</summary>
    public IReadOnlyList<TimeSpan> Pauses =>
    [
        .. _logs.Collector.GetSnapshot()
            .Select(static record => Pause().Match(record.Message))
            .Where(static match => match.Success)
            .Select(static match => TimeSpan.FromMilliseconds(int.Parse(match.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture))),
    ];

    public FakeLogCollector Logs => _logs.Collector;

    public Task<Item?> GetAsync(CancellationToken cancellationToken = default) =>
        Clock.PassUntilAsync(Test.Api.SendAsync(ItemOperations.Get, new ItemArguments(Id: 7), cancellationToken));

    public Task<Item> CreateAsync(CancellationToken cancellationToken = default) =>
        Clock.PassUntilAsync(Test.Api.SendAsync(ItemOperations.Create, new ItemArguments("body-canary"), cancellationToken));

    public Task<Item> UpdateAsync(CancellationToken cancellationToken = default) =>
        Clock.PassUntilAsync(Test.Api.SendAsync(ItemOperations.Update, new ItemArguments("body-canary", 7), cancellationToken));

    public async Task DeleteAsync() => await Clock.PassUntilAsync(Test.Api.SendAsync(ItemOperations.Delete, new ItemArguments(Id: 7), default));

    public Task<AmoCrmResponse> RawAsync(AmoCrmRequest request) => Clock.PassUntilAsync(Test.Client.SendAsync(request));

    /// <summary>Answers once, with what amoCRM asks for about the pause.</summary>
    public RetryBench Answers(int status, string retryAfter)
    {
        Http.Answers((_, _) =>
        {
            var response = StubHttpHandler.Json(status, "{}");
            response.Headers.TryAddWithoutValidation("Retry-After", retryAfter);
            return Task.FromResult(response);
        });
        return this;
    }

    public void Dispose()
    {
        _loggers.Dispose();
        _logs.Dispose();
    }

    [GeneratedRegex("it is sent again in ([0-9]+) ms")]
    private static partial Regex Pause();
}
