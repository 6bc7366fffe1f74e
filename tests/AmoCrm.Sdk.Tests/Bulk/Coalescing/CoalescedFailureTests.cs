using AmoCrm.Sdk.Tests.TestSupport;
using Microsoft.Extensions.Time.Testing;

namespace AmoCrm.Sdk.Tests.Bulk.Coalescing;

/// <summary>What goes wrong with creates that ride together: each caller hears of his own trouble, and of nobody else's.</summary>
public sealed class CoalescedFailureTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly HeldTransport _amo = new();

    [Fact]
    public async Task A_bad_item_does_not_sink_the_others_and_nobody_reads_anothers_errors()
    {
        var creates = Send("a", "b", "c", "d");
        (await LeaveAsync()).Answer(400, """
            {"title":"Bad Request","validation-errors":[
              {"request_id":"1","errors":[{"code":"TooLong","path":"name","detail":"secret of b"}]},
              {"request_id":"3","errors":[{"code":"Taken","path":"name","detail":"secret of d"}]}]}
            """);
        (await _amo.WhenAskedAsync(1)).AnswerCreated(7);
        Assert.Equal([7, 8], (await Task.WhenAll(creates[0], creates[2]).WithPatience()).Select(static item => item.Id));
        var b = await Assert.ThrowsAsync<AmoCrmValidationException>(() => creates[1]);
        var d = await Assert.ThrowsAsync<AmoCrmValidationException>(() => creates[3]);
        Assert.Equal("TooLong", Assert.Single(b.Errors).Code);
        Assert.Equal("Taken", Assert.Single(d.Errors).Code);
        Assert.DoesNotContain("Taken", b.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret of d", b.Problem?.GetRawText() ?? string.Empty, StringComparison.Ordinal);
        Assert.Equal(["a", "c"], _amo.Asked[1].Names);
    }

    [Fact]
    public async Task A_refusal_of_one_alone_is_all_his()
    {
        var creates = Send("a");
        (await LeaveAsync()).Answer(400, """{"validation-errors":[{"request_id":"0","errors":[{"code":"TooLong","path":"name"}]}]}""");
        var refused = await Assert.ThrowsAsync<AmoCrmValidationException>(() => creates[0].WithPatience());
        Assert.NotNull(refused.Problem);
    }

    [Fact]
    public async Task A_common_failure_is_everybodys()
    {
        var creates = Send("a", "b");
        (await LeaveAsync()).Answer(403, "{}");
        foreach (var create in creates)
        {
            await Assert.ThrowsAsync<AmoCrmForbiddenException>(() => create.WithPatience());
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_lost_answer_leaves_everybody_in_doubt(bool isForeign)
    {
        var creates = Send("a", "b");
        (await LeaveAsync()).Fail(isForeign ? new NotSupportedException("Somebody's own transport.") : new AmoCrmOutcomeUnknownException("Lost."));
        foreach (var create in creates)
        {
            await Assert.ThrowsAsync<AmoCrmOutcomeUnknownException>(() => create.WithPatience());
        }
    }

    [Fact]
    public async Task Who_gives_up_before_it_leaves_is_not_sent()
    {
        using var cancellation = new CancellationTokenSource();
        var api = Client();
        var given = api.SendAsync(Create, new ItemArguments("a"), cancellation.Token);
        var other = api.SendAsync(Create, new ItemArguments("b"), default);
        await cancellation.CancelAsync();
        Assert.IsNotType<AmoCrmOperationCanceledException>(await Assert.ThrowsAnyAsync<OperationCanceledException>(() => given.WithPatience()));
        var sent = await LeaveAsync();
        Assert.Equal(["b"], sent.Names);
        sent.AnswerCreated(7);
        Assert.Equal(7, (await other.WithPatience()).Id);
    }

    [Fact]
    public async Task Who_was_alone_and_gives_up_sends_nothing()
    {
        using var cancellation = new CancellationTokenSource();
        var given = Client().SendAsync(Create, new ItemArguments("a"), cancellation.Token);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => given.WithPatience());
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Empty(_amo.Asked);
    }

    [Fact]
    public async Task Who_has_given_up_already_sends_nothing() =>
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Client().SendAsync(Create, new ItemArguments("a"), new CancellationToken(canceled: true)));

    [Fact]
    public async Task Who_gives_up_after_it_left_does_not_know_and_the_others_get_theirs()
    {
        using var cancellation = new CancellationTokenSource();
        var api = Client();
        var given = api.SendAsync(Create, new ItemArguments("a"), cancellation.Token);
        var other = api.SendAsync(Create, new ItemArguments("b"), default);
        var sent = await LeaveAsync();
        await cancellation.CancelAsync();
        var unknown = await Assert.ThrowsAsync<AmoCrmOperationCanceledException>(() => given.WithPatience());
        Assert.True(unknown.OutcomeUnknown);
        Assert.Equal(cancellation.Token, unknown.CancellationToken);
        Assert.False(sent.Token.IsCancellationRequested);
        sent.AnswerCreated(7);
        Assert.Equal(8, (await other.WithPatience()).Id);
    }

    [Fact]
    public async Task Bad_arguments_are_refused_before_they_join()
    {
        await Assert.ThrowsAsync<AmoCrmArgumentException>(() => Client().SendAsync(Create, new ItemArguments(), default));
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Empty(_amo.Asked);
    }

    private static Sdk.Transport.Operation<ItemArguments, Item> Create { get; } = ItemOperations.CreateIn(50, 250);

    private List<Task<Item>> Send(params string[] names)
    {
        var api = Client();
        return [.. names.Select(name => api.SendAsync(Create, new ItemArguments(name), default))];
    }

    private Task<HeldRequest> LeaveAsync()
    {
        _time.Advance(TimeSpan.FromMilliseconds(25));
        return _amo.WhenAskedAsync(0);
    }

    private Sdk.Transport.AmoCrmApi Client() => _amo.Client(options =>
    {
        options.TimeProvider = _time;
        options.Coalescing.IsEnabled = true;
    }).Api;
}
