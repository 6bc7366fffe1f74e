using AmoCrm.Sdk.Tests.TestSupport;

namespace AmoCrm.Sdk.Tests.Bulk;

/// <summary>When a journal hears of a request, and when a server is down.</summary>
public sealed class BulkLeavingTests
{
    private readonly List<string> _log = [];

    [Fact]
    public async Task A_journal_is_told_when_the_request_has_its_permit_and_before_it_leaves()
    {
        var test = new TestClient(options => options.RateLimiter = new StubLimiter(_ => Noted("permit")));
        test.Http.Answers(async (_, _) =>
        {
            await Noted("left");
            return StubHttpHandler.Json(200, """{"_embedded":{"items":[{"id":1,"request_id":"0"}]}}""");
        });

        Assert.Equal([BulkOutcomeKind.Succeeded], await KindsAsync(test, 1));

        Assert.Equal(["permit", "sending", "left"], _log);
    }

    [Fact]
    public async Task It_is_told_once_of_a_request_that_is_repeated()
    {
        var test = new TestClient(options =>
        {
            options.Retry.MaxRetries = 1;
            options.Retry.BaseDelay = TimeSpan.FromMilliseconds(1);
        });
        test.Http.Throws(new HttpRequestException(HttpRequestError.ConnectionError, "refused")).Answers(200, """{"_embedded":{"items":[{"id":1,"request_id":"0"}]}}""");

        Assert.Equal([BulkOutcomeKind.Succeeded], await KindsAsync(test, 1));

        Assert.Equal(2, test.Http.Sent.Count);
        Assert.Equal(["sending"], _log);
    }

    [Fact]
    public async Task It_is_not_told_of_what_never_got_a_permit()
    {
        var test = new TestClient(options => options.RateLimiter = new StubLimiter { Permit = new StubPermit(isAcquired: false) });

        var (kinds, failure) = await EndAsync(test, 3);

        Assert.IsType<AmoCrmRateLimitedException>(failure);
        Assert.All(kinds, static kind => Assert.Equal(BulkOutcomeKind.NotSent, kind));
        Assert.Empty(_log);
    }

    [Fact]
    public async Task What_it_throws_keeps_the_request_from_leaving()
    {
        var test = new TestClient();
        var full = new IOException("The disk is full.");

        var (kinds, failure) = await EndAsync(test, 3, new BulkOptions { ChunkSize = 1, MaxConcurrency = 1, Sending = _ => throw full });

        Assert.Same(full, failure);
        Assert.Contains(BulkOutcomeKind.NotSent, kinds);
        Assert.Empty(test.Http.Sent);
    }

    [Fact]
    public async Task A_server_that_is_down_does_not_make_everything_unknown()
    {
        var test = new TestClient();
        test.Http.Answers(500, "{}");

        var (kinds, failure) = await EndAsync(test, 100);

        Assert.IsType<AmoCrmOutcomeUnknownException>(failure);
        Assert.Equal(10, kinds.Count(static kind => kind == BulkOutcomeKind.Unknown));
        Assert.Equal(10, test.Http.Sent.Count);
    }

    [Fact]
    public async Task One_answer_between_shows_that_it_is_not_down()
    {
        var test = new TestClient();
        for (var request = 1; request <= 19; request++)
        {
            test.Http.Answers(request == 10 ? 200 : 500, request == 10 ? """{"_embedded":{"items":[{"id":1,"request_id":"0"}]}}""" : "{}");
        }

        var kinds = await KindsAsync(test, 19);

        Assert.Equal((18, 1), (kinds.Count(static kind => kind == BulkOutcomeKind.Unknown), kinds.Count(static kind => kind == BulkOutcomeKind.Succeeded)));
    }

    [Fact]
    public async Task Updates_that_could_not_connect_were_not_sent()
    {
        var test = new TestClient();
        test.Http.Throws(new HttpRequestException(HttpRequestError.ConnectionError, "refused"));
        var kinds = new List<BulkOutcomeKind>();

        await Assert.ThrowsAsync<AmoCrmNetworkException>(async () =>
        {
            await foreach (var outcome in test.Api.BulkAsync(ItemOperations.Update, [new ItemArguments("a", 11)], options: null, default))
            {
                kinds.Add(outcome.Kind);
            }
        });

        Assert.Equal([BulkOutcomeKind.NotSent], kinds);
    }

    private async Task<List<BulkOutcomeKind>> KindsAsync(TestClient test, int count)
    {
        var (kinds, failure) = await EndAsync(test, count);
        Assert.Null(failure);
        return kinds;
    }

    /// <summary>Creates items one at a time, to the end.</summary>
    private async Task<(List<BulkOutcomeKind> Kinds, Exception? Failure)> EndAsync(TestClient test, int count, BulkOptions? options = null)
    {
        options ??= new BulkOptions { ChunkSize = 1, MaxConcurrency = 1, Sending = _ => new ValueTask(Noted("sending")) };
        var kinds = new List<BulkOutcomeKind>();
        var failure = await Record.ExceptionAsync(async () =>
        {
            await foreach (var outcome in test.Api.BulkAsync(ItemOperations.Create, Enumerable.Range(0, count).Select(static number => new ItemArguments($"item {number}")), options, default))
            {
                kinds.Add(outcome.Kind);
            }
        });
        return (kinds, failure);
    }

    private Task Noted(string what)
    {
        _log.Add(what);
        return Task.CompletedTask;
    }
}
