using AmoCrm.Sdk.Tests.TestSupport;
using AmoCrm.Sdk.Transport;

namespace AmoCrm.Sdk.Tests.Transport;

public sealed class BatchTests
{
    private static readonly ItemArguments[] Two = [new("a", 11), new("b", 12)];

    [Fact]
    public async Task A_batch_whose_answer_could_not_be_matched_is_not_sent()
    {
        var test = new TestClient();
        var operation = new Operation<ItemArguments, Item>
        {
            Handler = "amocrm_create_item",
            Method = HttpMethod.Post,
            PathTemplate = "/api/v4/items",
            Effect = HandlerEffect.Create,
            Retry = RetrySafety.Unsafe,
            Path = static _ => "/api/v4/items",
            BodyKind = BodyKind.Array,
            Body = ItemOperations.Create.Body,
            Batch = new BatchRules(2, 3),
            ReadMany = ItemOperations.Create.ReadMany,
        };
        await Assert.ThrowsAsync<InvalidOperationException>(() => test.Api.SendManyAsync(operation, [new ItemArguments("x")], default));
        Assert.Empty(test.Http.Sent);
    }

    [Fact]
    public async Task Creates_are_one_request_and_matched_by_their_request_ids()
    {
        var test = new TestClient();
        test.Http.Answers(200, """{"_embedded":{"items":[{"id":102,"request_id":"1"},{"id":101,"request_id":"0"}]}}""");
        var created = await test.Api.SendManyAsync(ItemOperations.Create, Two, default);
        Assert.Equal([101, 102], created.Select(item => item.Id));
        Assert.Equal("""[{"name":"a","request_id":"0"},{"name":"b","request_id":"1"}]""", test.LastSent.Body);
        Assert.Single(test.Http.Sent);
    }

    [Fact]
    public async Task Updates_are_matched_by_their_ids()
    {
        var test = new TestClient();
        test.Http.Answers(200, """{"_embedded":{"items":[{"id":12,"name":"B"},{"id":11,"name":"A"}]}}""");
        var updated = await test.Api.SendManyAsync(ItemOperations.Update, Two, default);
        Assert.Equal(["A", "B"], updated.Select(item => item.Name));
        Assert.Equal("PATCH /api/v4/items", test.LastSent.Line);
        Assert.Equal("""[{"id":11,"name":"a"},{"id":12,"name":"b"}]""", test.LastSent.Body);
    }

    [Theory]
    [InlineData("""{"_embedded":{"items":[{"id":101,"request_id":"0"}]}}""")]
    [InlineData("""{"_embedded":{"items":[{"id":101},{"id":102}]}}""")]
    [InlineData("""{"_embedded":{"items":[{"id":101,"request_id":"0"},{"id":102,"request_id":"0"}]}}""")]
    [InlineData("""{"_embedded":{"items":[{"id":101,"request_id":"0"},{"id":102,"request_id":"7"}]}}""")]
    [InlineData("""{"_embedded":{"items":[{"id":101,"request_id":"0"},{"id":102,"request_id":"2"}]}}""")]
    public async Task Results_that_cannot_be_matched_are_not_guessed(string answer)
    {
        var test = new TestClient();
        test.Http.Answers(200, answer);
        await Assert.ThrowsAsync<AmoCrmOutcomeUnknownException>(() => test.Api.SendManyAsync(ItemOperations.Create, Two, default));
    }

    [Fact]
    public async Task No_items_are_no_request()
    {
        var test = new TestClient();
        Assert.Empty(await test.Api.SendManyAsync(ItemOperations.Create, [], default));
        Assert.Empty(test.Http.Sent);
    }

    [Fact]
    public async Task Too_many_items_and_items_a_batch_cannot_carry_are_refused_before_anything_is_sent()
    {
        var test = new TestClient();
        var tooMany = await Assert.ThrowsAsync<AmoCrmArgumentException>(() => test.Api.SendManyAsync(ItemOperations.Create, [.. Two, .. Two], default));
        Assert.Contains("At most 3", tooMany.Message, StringComparison.Ordinal);
        var refused = await Assert.ThrowsAsync<AmoCrmArgumentException>(
            () => test.Api.SendManyAsync(ItemOperations.Create, [new ItemArguments("a", HasOrder: true)], default));
        Assert.Equal("has_order", refused.ParamName);
        var missing = await Assert.ThrowsAsync<AmoCrmArgumentException>(() => test.Api.SendManyAsync(ItemOperations.Create, [new ItemArguments()], default));
        Assert.Equal("name", missing.ParamName);
        Assert.Empty(test.Http.Sent);
    }

    [Fact]
    public async Task What_is_written_is_read_back_when_asked_for()
    {
        var test = new TestClient();
        test.Http.Answers(200, Items.Page(5)).Answers(200, """{"id":5,"name":"read"}""");
        var created = await test.Api.SendAsync(ItemOperations.Create, new ItemArguments("x", Fetch: true), default);
        Assert.Equal("read", created.Name);
        Assert.Equal(["POST /api/v4/items", "GET /api/v4/items/5"], test.Http.Sent.Select(sent => sent.Line));
    }

    [Fact]
    public async Task Of_a_batch_each_item_is_read_back_that_asks_for_it()
    {
        var test = new TestClient();
        test.Http.Answers(200, """{"_embedded":{"items":[{"id":6,"request_id":"1"},{"id":5,"request_id":"0"}]}}""").Answers(200, """{"id":6,"name":"read"}""");
        var created = await test.Api.SendManyAsync(ItemOperations.Create, [new ItemArguments("a"), new ItemArguments("b", Fetch: true)], default);
        Assert.Equal([null, "read"], created.Select(static item => item.Name));
        Assert.Equal(["POST /api/v4/items", "GET /api/v4/items/6"], test.Http.Sent.Select(static sent => sent.Line));
    }

    [Fact]
    public async Task A_batch_that_is_refused_is_one_failure_and_is_not_sent_in_parts()
    {
        var test = new TestClient();
        test.Http.Answers(400, """{"validation-errors":[{"request_id":"1","errors":[{"code":"TooLong","path":"name"}]}]}""");
        var refused = await Assert.ThrowsAsync<AmoCrmValidationException>(() => test.Api.SendManyAsync(ItemOperations.Create, Two, default));
        Assert.Equal("1", Assert.Single(refused.Errors).RequestId);
        Assert.Single(test.Http.Sent);
    }

    [Theory]
    [InlineData(500, "server_error")]
    [InlineData(403, "forbidden")]
    [InlineData(204, "invalid_response")]
    public async Task A_read_back_that_fails_is_told_and_not_thrown(int status, string expected)
    {
        var test = new TestClient();
        test.Http.Answers(200, Items.Page(5)).Answers(status, status == 204 ? string.Empty : "{}");
        var created = await test.Api.SendAsync(ItemOperations.Create, new ItemArguments("x", Fetch: true), default);
        Assert.Equal(5, created.Id);
        Assert.Equal(expected, created.Name);
    }

    [Fact]
    public async Task A_read_back_that_is_cancelled_does_not_look_as_if_nothing_was_written()
    {
        var test = new TestClient();
        using var cancellation = new CancellationTokenSource();
        test.Http.Answers(200, Items.Page(5)).Hangs(cancellation.Cancel);
        await Assert.ThrowsAsync<AmoCrmOperationCanceledException>(
            () => test.Api.SendAsync(ItemOperations.Create, new ItemArguments("x", Fetch: true), cancellation.Token));
    }
}
