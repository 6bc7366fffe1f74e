using System.Net.Sockets;
using AmoCrm.Sdk.Tests.TestSupport;
using Microsoft.Extensions.Time.Testing;
using Polly;
using Polly.Retry;

namespace AmoCrm.Sdk.Tests.Transport;

public sealed class FailureTests
{
    [Fact]
    public async Task A_read_that_gets_no_answer_in_time_is_a_timeout_and_no_cancellation()
    {
        var test = Slow();
        var exception = await Assert.ThrowsAsync<AmoCrmTimeoutException>(() => test.Api.SendAsync(ItemOperations.Get, new ItemArguments(Id: 7), default));
        Assert.Contains("20 seconds", exception.Message, StringComparison.Ordinal);
        Assert.Equal("timeout", exception.ErrorCode);
        Assert.Equal("amocrm_get_item", exception.Handler);
    }

    [Fact]
    public async Task The_time_budget_holds_for_all_that_belongs_to_a_request()
    {
        var time = new FakeTimeProvider();
        var test = new TestClient(options =>
        {
            options.TimeProvider = time;
            options.RateLimiter = NeverPermits(() => time.Advance(options.TotalTimeout));
        });
        var exception = await Assert.ThrowsAsync<AmoCrmTimeoutException>(() => test.Api.SendAsync(ItemOperations.Create, new ItemArguments("x"), default));
        Assert.Contains("60 seconds", exception.Message, StringComparison.Ordinal);
        Assert.True(exception.IsCertainlyNotSent);
        Assert.Empty(test.Http.Sent);
    }

    [Fact]
    public async Task A_create_that_gets_no_answer_in_time_may_have_happened()
    {
        var test = Slow();
        var exception = await Assert.ThrowsAsync<AmoCrmOutcomeUnknownException>(() => test.Api.SendAsync(ItemOperations.Create, new ItemArguments("x"), default));
        Assert.IsType<AmoCrmTimeoutException>(exception.InnerException);
        Told(exception);
        var update = await Assert.ThrowsAsync<AmoCrmTimeoutException>(() => test.Api.SendAsync(ItemOperations.Update, new ItemArguments("x", 7), default));
        Assert.False(update.IsCertainlyNotSent);
    }

    [Fact]
    public async Task A_timeout_of_a_handler_is_no_cancellation_either()
    {
        var test = new TestClient();
        test.Http.Throws(new TaskCanceledException("The operation was canceled.", new TimeoutException()));
        var exception = await Assert.ThrowsAsync<AmoCrmTimeoutException>(() => test.Api.SendAsync(ItemOperations.Get, new ItemArguments(Id: 7), default));
        Assert.Contains("did not answer within the time it has", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancelled_read_is_a_plain_cancellation()
    {
        using var cancellation = new CancellationTokenSource();
        var test = new TestClient();
        test.Http.Hangs(cancellation.Cancel);
        var exception = await Assert.ThrowsAsync<OperationCanceledException>(
            () => test.Api.SendAsync(ItemOperations.Get, new ItemArguments(Id: 7), cancellation.Token));
        Assert.Equal(cancellation.Token, exception.CancellationToken);
        Assert.Contains("amocrm_get_item", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_that_was_cancelled_before_it_began_asks_nobody()
    {
        var test = new TestClient();
        await Assert.ThrowsAsync<OperationCanceledException>(() => test.Client.SendAsync(new AmoCrmRequest(HttpMethod.Get, "/api/v4/account"), new CancellationToken(canceled: true)));
        Assert.Equal(0, test.Settings.Reads);
        Assert.Empty(test.Http.Sent);
    }

    [Fact]
    public async Task A_write_cancelled_after_bytes_left_says_that_it_may_have_happened()
    {
        using var cancellation = new CancellationTokenSource();
        var test = new TestClient();
        test.Http.Hangs(cancellation.Cancel);
        var exception = await Assert.ThrowsAsync<AmoCrmOperationCanceledException>(
            () => test.Api.SendAsync(ItemOperations.Update, new ItemArguments("x", 7), cancellation.Token));
        Assert.True(exception.OutcomeUnknown);
        Assert.Equal("amocrm_update_item", exception.Handler);
        Assert.Equal("PATCH /api/v4/items/7", exception.Sent?.ToString());
        Assert.Equal(cancellation.Token, exception.CancellationToken);
    }

    [Fact]
    public async Task A_write_cancelled_before_it_was_sent_is_a_plain_cancellation()
    {
        using var cancellation = new CancellationTokenSource();
        var test = new TestClient(options => options.RateLimiter = NeverPermits(cancellation.Cancel));
        await Assert.ThrowsAsync<OperationCanceledException>(() => test.Api.SendAsync(ItemOperations.Create, new ItemArguments("x"), cancellation.Token));
        Assert.Empty(test.Http.Sent);
    }

    [Fact]
    public async Task A_create_whose_connection_was_refused_did_not_happen()
    {
        var test = new TestClient();
        test.Http.Throws(new HttpRequestException(HttpRequestError.ConnectionError, "refused 10.0.0.1:443"));
        var exception = await Assert.ThrowsAsync<AmoCrmNetworkException>(() => test.Api.SendAsync(ItemOperations.Create, new ItemArguments("x"), default));
        Assert.Equal("network", exception.ErrorCode);
        Assert.DoesNotContain("10.0.0.1", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(HttpRequestError.NameResolutionError, "check amocrm_subdomain", true)]
    [InlineData(HttpRequestError.ConnectionError, "no connection", true)]
    [InlineData(HttpRequestError.SecureConnectionError, "certificate", true)]
    [InlineData(HttpRequestError.ProxyTunnelError, "proxy", true)]
    [InlineData(HttpRequestError.ResponseEnded, "connection broke", false)]
    public async Task What_went_wrong_with_the_connection_is_said_and_where_it_was_noticed(HttpRequestError error, string said, bool isCertainlyNotSent)
    {
        var test = new TestClient();
        test.Http.Throws(new HttpRequestException(error, "canary"));
        var exception = await Assert.ThrowsAsync<AmoCrmNetworkException>(() => test.Api.SendAsync(ItemOperations.Update, new ItemArguments("x", 7), default));
        Assert.StartsWith("amocrm_update_item: ", exception.Message, StringComparison.Ordinal);
        Assert.Contains(said, exception.Message, StringComparison.Ordinal);
        Assert.Equal("amocrm_update_item", exception.Handler);
        Assert.Equal(isCertainlyNotSent, exception.IsCertainlyNotSent);
        Assert.Contains("HttpExchange", exception.StackTrace, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(HttpRequestError.ConnectionError, false)]
    [InlineData(HttpRequestError.ResponseEnded, true)]
    public async Task A_write_without_a_body_may_have_happened_unless_nothing_left(HttpRequestError error, bool mayHave)
    {
        var test = new TestClient();
        test.Http.Throws(new HttpRequestException(error, "failed"));
        var exception = await Assert.ThrowsAnyAsync<AmoCrmException>(() => test.Client.SendAsync(new AmoCrmRequest(HttpMethod.Post, "/api/v4/talks/1/close")));
        Assert.Equal(mayHave ? typeof(AmoCrmOutcomeUnknownException) : typeof(AmoCrmNetworkException), exception.GetType());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_create_whose_connection_broke_may_have_happened(bool whileReading)
    {
        var test = new TestClient();
        if (whileReading)
        {
            test.Http.Answers((_, _) => Task.FromResult(new HttpResponseMessage { Content = new StreamContent(new BrokenStream(new IOException("Connection reset by peer.", new SocketException((int)SocketError.ConnectionReset)))) }));
        }
        else
        {
            test.Http.Throws(new HttpRequestException(HttpRequestError.ResponseEnded, "The response ended prematurely."));
        }

        var exception = await Assert.ThrowsAsync<AmoCrmOutcomeUnknownException>(() => test.Api.SendAsync(ItemOperations.Create, new ItemArguments("x"), default));
        Assert.IsType<AmoCrmNetworkException>(exception.InnerException);
        Told(exception);
        await Assert.ThrowsAsync<AmoCrmNetworkException>(() => test.Api.SendAsync(ItemOperations.Get, new ItemArguments(Id: 7), default));
    }

    [Fact]
    public async Task A_pipeline_repeats_what_is_safe_with_settings_read_again()
    {
        var test = new TestClient(options => options.ResiliencePipeline = RepeatEverything());
        test.Http.Answers(503).Throws(new HttpRequestException(HttpRequestError.ResponseEnded, "ended")).Answers(200, """{"id":7}""");
        var item = await test.Api.SendAsync(ItemOperations.Get, new ItemArguments(Id: 7), default);
        Assert.Equal(7, item!.Id);
        Assert.Equal(3, test.Http.Sent.Count);
        Assert.Equal(3, test.Settings.Reads);
    }

    [Fact]
    public async Task No_pipeline_repeats_a_create_that_may_have_happened()
    {
        var test = new TestClient(options => options.ResiliencePipeline = RepeatEverything());
        test.Http.Throws(new HttpRequestException(HttpRequestError.ResponseEnded, "ended"));
        var exception = await Assert.ThrowsAsync<AmoCrmOutcomeUnknownException>(() => test.Api.SendAsync(ItemOperations.Create, new ItemArguments("x"), default));
        Assert.Contains("an earlier attempt may have been carried out", exception.Message, StringComparison.Ordinal);
        Told(exception);
        Assert.Single(test.Http.Sent);
    }

    [Fact]
    public async Task Nor_one_that_met_a_server_error()
    {
        var test = new TestClient(options => options.ResiliencePipeline = RepeatEverything());
        test.Http.Answers(500);
        await Assert.ThrowsAsync<AmoCrmOutcomeUnknownException>(() => test.Api.SendAsync(ItemOperations.Create, new ItemArguments("x"), default));
        Assert.Single(test.Http.Sent);
    }

    [Fact]
    public async Task A_pipeline_repeats_a_create_that_certainly_did_not_happen()
    {
        var test = new TestClient(options => options.ResiliencePipeline = RepeatEverything());
        test.Http.Throws(new HttpRequestException(HttpRequestError.ConnectionError, "refused")).Answers(429).Answers(200, Items.Page(5));
        Assert.Equal(5, (await test.Api.SendAsync(ItemOperations.Create, new ItemArguments("x"), default)).Id);
        Assert.Equal(3, test.Http.Sent.Count);
    }

    [Fact]
    public async Task A_repetition_that_certainly_did_not_happen_says_nothing_of_the_attempt_before()
    {
        using var cancellation = new CancellationTokenSource();
        var test = new TestClient(options => options.ResiliencePipeline = RepeatEverything());
        test.Http.Throws(new HttpRequestException(HttpRequestError.ResponseEnded, "ended")).Answers((_, _) =>
        {
            cancellation.Cancel();
            throw new HttpRequestException(HttpRequestError.ConnectionError, "refused");
        });
        await Assert.ThrowsAsync<AmoCrmOperationCanceledException>(() => test.Api.SendAsync(ItemOperations.Update, new ItemArguments("x", 7), cancellation.Token));
    }

    [Fact]
    public async Task A_refusal_of_a_repetition_says_nothing_of_the_attempt_before()
    {
        using var cancellation = new CancellationTokenSource();
        var test = new TestClient(options => options.ResiliencePipeline = RepeatEverything());
        test.Http.Throws(new HttpRequestException(HttpRequestError.ResponseEnded, "ended")).Answers((_, _) =>
        {
            cancellation.Cancel();
            return Task.FromResult(StubHttpHandler.Json(429, "{}"));
        });
        await Assert.ThrowsAsync<AmoCrmOperationCanceledException>(() => test.Api.SendAsync(ItemOperations.Update, new ItemArguments("x", 7), cancellation.Token));
    }

    [Fact]
    public async Task An_answer_that_cannot_be_unpacked_is_a_lost_answer()
    {
        var test = new TestClient();
        test.Http.Answers((_, _) => Task.FromResult(new HttpResponseMessage
        {
            Content = new StreamContent(new BrokenStream(new InvalidDataException("The archive entry was compressed using an unsupported compression method."))),
        }));
        await Assert.ThrowsAsync<AmoCrmOutcomeUnknownException>(() => test.Api.SendAsync(ItemOperations.Create, new ItemArguments("x"), default));
        await Assert.ThrowsAsync<AmoCrmNetworkException>(() => test.Api.SendAsync(ItemOperations.Get, new ItemArguments(Id: 7), default));
    }

    /// <summary>Whoever has to look for it knows what was sent, and when.</summary>
    private static void Told(AmoCrmOutcomeUnknownException exception)
    {
        Assert.Contains("Look before repeating it", exception.Message, StringComparison.Ordinal);
        Assert.StartsWith("amocrm_create_item: ", exception.Message, StringComparison.Ordinal);
        Assert.Equal("amocrm_create_item", exception.Handler);
        Assert.Equal("POST /api/v4/items", exception.Sent?.ToString());
        Assert.NotNull(exception.Sent?.SentAt);
    }

    private static ResiliencePipeline<AmoCrmResponse> RepeatEverything() => new ResiliencePipelineBuilder<AmoCrmResponse>()
        .AddRetry(new RetryStrategyOptions<AmoCrmResponse>
        {
            MaxRetryAttempts = 3,
            Delay = TimeSpan.Zero,
            ShouldHandle = static arguments =>
            {
                Assert.True(arguments.Context.Properties.TryGetValue(AmoCrmResilience.RequestKey, out _));
                return ValueTask.FromResult(arguments.Outcome.Exception is not null || !arguments.Outcome.Result!.IsSuccess);
            },
        })
        .Build();

    /// <summary>A client whose requests arrive and then wait until their time is up.</summary>
    private static TestClient Slow()
    {
        var clock = new FakeTimeProvider();
        var test = new TestClient(options => options.TimeProvider = clock);
        test.Http.Hangs(() => clock.Advance(TimeSpan.FromSeconds(20)));
        return test;
    }

    private static StubLimiter NeverPermits(Action meanwhile) => new(async cancellationToken =>
    {
        meanwhile();
        await Task.Delay(Timeout.Infinite, cancellationToken);
    });

    private sealed class BrokenStream(Exception failure) : MemoryStream
    {
        public override bool CanSeek => false;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            ValueTask.FromException<int>(failure);
    }
}
