using AmoCrm.Sdk.Tests.TestSupport;
using AmoCrm.Sdk.Transport;

namespace AmoCrm.Sdk.Tests.Bulk;

/// <summary>Items that amoCRM refuses, and what becomes of those beside them.</summary>
public sealed class RefusedItemsTests
{
    private static readonly ItemArguments[] Three = [new("a", 11), new("b", 12), new("c", 13)];

    private readonly TestClient _test = new();

    [Fact]
    public async Task Named_items_are_refused_with_their_own_errors_and_the_rest_is_sent_once_more()
    {
        _test.Http.Answers(400, Refusal("1")).Answers(200, Created((1, 102), (0, 101)));
        var outcomes = await RunAsync(Three);
        Assert.Equal("Succeeded Rejected Succeeded", Kinds(outcomes));
        Assert.Equal([101, null, 102], outcomes.Select(static outcome => outcome.Id));
        var error = Assert.Single(outcomes[1].Errors);
        Assert.Equal(("TooLong", "name", "1"), (error.Code, error.Path, error.RequestId));
        Assert.IsType<AmoCrmValidationException>(outcomes[1].Error);
        Assert.Equal(2, _test.Http.Sent.Count);
        Assert.Equal("""[{"name":"a","request_id":"0"},{"name":"c","request_id":"1"}]""", _test.LastSent.Body);
    }

    [Fact]
    public async Task An_item_that_is_alone_is_refused_though_nobody_names_it()
    {
        _test.Http.Answers(400, "{}");
        var outcome = Assert.Single(await RunAsync([new ItemArguments("a")]));
        Assert.Equal(BulkOutcomeKind.Rejected, outcome.Kind);
        Assert.Empty(outcome.Errors);
        Assert.Single(_test.Http.Sent);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"validation-errors":[{"errors":[{"code":"TooLong","path":"name"}]}]}""")]
    [InlineData("""{"validation-errors":[{"request_id":"7","errors":[{"code":"TooLong","path":"name"}]}]}""")]
    public async Task Where_nobody_is_named_nobody_is_sent_again(string refusal)
    {
        _test.Http.Answers(400, refusal);
        var outcomes = await RunAsync(Three);
        Assert.Equal("Unknown Unknown Unknown", Kinds(outcomes));
        Assert.All(outcomes, static outcome => Assert.IsType<AmoCrmOutcomeUnknownException>(outcome.Error));
        Assert.Equal(["0", "1", "2"], ((AmoCrmOutcomeUnknownException)outcomes[0].Error!).Sent!.ItemIds);
        Assert.Single(_test.Http.Sent);
    }

    [Fact]
    public async Task What_was_created_beside_a_refusal_is_not_sent_again()
    {
        _test.Http.Answers(400, Refusal("1").Insert(1, "\"_embedded\":{\"items\":[{\"id\":101,\"request_id\":\"0\"}]},"));
        Assert.Equal("Succeeded Rejected Unknown", Kinds(await RunAsync(Three)));
        Assert.Single(_test.Http.Sent);
    }

    [Fact]
    public async Task Items_refused_here_are_not_sent_and_do_not_hold_up_others()
    {
        _test.Http.Answers(200, Created((0, 101), (1, 102)));
        var outcomes = await RunAsync([null!, new("a"), new(), new("b"), new("c", HasOrder: true)]);
        Assert.Equal("Rejected Succeeded Rejected Succeeded Rejected", Kinds(outcomes));
        Assert.Equal(["items", "name", "has_order"], outcomes.Select(static outcome => outcome.Error).OfType<AmoCrmArgumentException>().Select(static error => error.ParamName));
        Assert.Single(_test.Http.Sent);
    }

    [Fact]
    public async Task Fields_that_may_be_old_are_read_anew_once_before_anybody_is_blamed()
    {
        _test.Http.Answers(200, Fields(17)).Answers(400, FieldRefusal).Answers(200, Fields(18)).Answers(200, """{"_embedded":{"items":[{"id":5},{"id":6}]}}""");
        var outcomes = await RunAsync([Named(5), Named(6)], ItemOperations.Update);
        Assert.Equal("Succeeded Succeeded", Kinds(outcomes));
        Assert.Contains("\"field_id\":18", _test.LastSent.Body, StringComparison.Ordinal);
        Assert.Equal(4, _test.Http.Sent.Count);
    }

    [Fact]
    public async Task Refused_again_the_fields_are_the_items_own_fault()
    {
        _test.Http.Answers(200, Fields(17)).Answers(400, FieldRefusal).Answers(200, Fields(17)).Answers(400, FieldRefusal).Answers(200, """{"_embedded":{"items":[{"id":6}]}}""");
        Assert.Equal("Rejected Succeeded", Kinds(await RunAsync([Named(5), Named(6)], ItemOperations.Update)));
        Assert.Equal(5, _test.Http.Sent.Count);
    }

    [Fact]
    public async Task A_field_that_is_not_there_is_the_fault_of_one_item()
    {
        _test.Http.Answers(200, Fields(17)).Answers(200, """{"_embedded":{"items":[{"id":6}]}}""");
        var unheard = new ItemArguments("x", 5, Fields: new CustomFieldInput { ["Страна"] = "Россия" });
        var outcomes = await RunAsync([unheard, Named(6)], ItemOperations.Update);
        Assert.Equal("Rejected Succeeded", Kinds(outcomes));
        Assert.IsType<AmoCrmArgumentException>(outcomes[0].Error);
    }

    [Fact]
    public async Task Where_the_fields_cannot_be_asked_for_nothing_is_sent()
    {
        _test.Http.Answers(500);
        var (outcomes, failure) = await _test.Api.BulkAsync(ItemOperations.Update, [Named(5), Named(6)], null, default).UntilItEndsAsync();
        Assert.Equal("NotSent NotSent", Kinds(outcomes));
        Assert.IsType<AmoCrmServerException>(failure);
        Assert.DoesNotContain(_test.Http.Sent, static sent => sent.Method == HttpMethod.Patch);
    }

    [Fact]
    public async Task Updates_are_matched_by_their_ids_and_repeated_for_that_is_safe()
    {
        var test = new TestClient(static options =>
        {
            options.Retry.MaxRetries = 1;
            options.Retry.BaseDelay = TimeSpan.FromMilliseconds(1);
        });
        test.Http.Answers(502).Answers(200, """{"_embedded":{"items":[{"id":12,"name":"B"},{"id":11,"name":"A"}]}}""");
        var (outcomes, _) = await test.Api.BulkAsync(ItemOperations.Update, Three[..2], null, default).UntilItEndsAsync();
        Assert.Equal(["A", "B"], outcomes.Select(static outcome => outcome.Result!.Name));
        Assert.Equal([11, 12], outcomes.Select(static outcome => outcome.Id));
        Assert.Equal(2, test.Http.Sent.Count);
    }

    [Fact]
    public async Task An_update_whose_answer_is_lost_is_unknown_and_does_not_end_it()
    {
        _test.Http.Answers(500).Answers(200, """{"_embedded":{"items":[{"id":13}]}}""");
        var (outcomes, failure) = await _test.Api.BulkAsync(ItemOperations.Update, Three, new BulkOptions { ChunkSize = 2, MaxConcurrency = 1 }, default).UntilItEndsAsync();
        Assert.Equal("Unknown Unknown Succeeded", Kinds(outcomes));
        Assert.Null(failure);
    }

    [Fact]
    public async Task What_asks_for_it_is_read_back_and_a_failure_of_that_takes_nothing_from_the_write()
    {
        _test.Http.Answers(200, Created((0, 101), (1, 102), (2, 103))).Answers(200, """{"id":101,"name":"read"}""").Answers(500);
        var outcomes = await RunAsync([new("a", Fetch: true), new("b"), new("c", Fetch: true)]);
        Assert.Equal(["read", null, "server_error"], outcomes.Select(static outcome => outcome.Result!.Name));
        Assert.Equal([101, 102, 103], outcomes.Select(static outcome => outcome.Id));
        Assert.Equal(["POST /api/v4/items", "GET /api/v4/items/101", "GET /api/v4/items/103"], _test.Http.Sent.Select(static sent => sent.Line));
    }

    private const string FieldRefusal = """{"validation-errors":[{"request_id":"0","errors":[{"code":"NotSupportedChoice","path":"custom_fields_values.0.field_id"}]}]}""";

    private static ItemArguments Named(long id) => new("x", id, Fields: new CustomFieldInput { ["Город"] = "Москва" });

    private static string Refusal(string requestId) => $$"""{"validation-errors":[{"request_id":"{{requestId}}","errors":[{"code":"TooLong","path":"name"}]}]}""";

    private static string Created(params (int RequestId, long Id)[] items) =>
        $$"""{"_embedded":{"items":[{{string.Join(',', items.Select(static item => $$"""{"id":{{item.Id}},"request_id":"{{item.RequestId}}"}"""))}}]} }""";

    private static string Fields(long id) =>
        $$"""{"_page":1,"_page_count":1,"_total_items":1,"_embedded":{"custom_fields":[{"id":{{id}},"name":"Город","code":null,"type":"text"}]} }""";

    private static string Kinds<TArguments, TResult>(IEnumerable<BulkOutcome<TArguments, TResult>> outcomes) => string.Join(' ', outcomes.Select(static outcome => outcome.Kind));

    private async Task<List<BulkOutcome<ItemArguments, Item>>> RunAsync(IEnumerable<ItemArguments> items, Operation<ItemArguments, Item>? operation = null)
    {
        var (outcomes, failure) = await _test.Api.BulkAsync(operation ?? ItemOperations.CreateIn(3, 3), items, null, default).UntilItEndsAsync();
        return failure is null ? outcomes : throw failure;
    }
}
