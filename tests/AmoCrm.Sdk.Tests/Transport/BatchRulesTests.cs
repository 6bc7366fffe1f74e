using System.Text.Json;
using AmoCrm.Sdk.Tests.TestSupport;
using AmoCrm.Sdk.Transport;

namespace AmoCrm.Sdk.Tests.Transport;

/// <summary>What may go in one request, and as what it goes.</summary>
public sealed class BatchRulesTests
{
    private static readonly ItemArguments[] Three = [new("a", 11), new("b", 12), new("c", 13)];

    private readonly TestClient _test = new();

    [Fact]
    public async Task As_many_items_go_as_amoCRM_takes()
    {
        _test.Http.Answers(200, """{"_embedded":{"items":[{"id":11},{"id":12},{"id":13}]}}""");
        Assert.Equal([11, 12, 13], (await _test.Api.SendManyAsync(ItemOperations.Update, Three, default)).Select(static item => item.Id));
        var exception = await RefusedAsync(ItemOperations.Update, [.. Three, new ItemArguments("d", 14)]);
        Assert.Equal(("amocrm_update_items", "items"), (exception.Handler, exception.ParamName));
        Assert.Contains("3 items", exception.Message, StringComparison.Ordinal);
        Assert.Contains("2 are recommended", exception.Message, StringComparison.Ordinal);
        Assert.Contains("these are 4", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_batch_has_its_own_name_method_and_path()
    {
        var held = new HeldTransport { AnswersAtOnce = static held => Answer(held, """{"_embedded":{"items":[{"id":11},{"id":12},{"id":13}]}}""") };
        await held.Client().Api.SendManyAsync(Operation(), Three, default);
        var sent = Assert.Single(held.Asked).Request;
        Assert.Equal(
            (HttpMethod.Patch, "/api/v4/items", "/api/v4/items", "amocrm_write_items", RetrySafety.Idempotent),
            (sent.Method, sent.Path, sent.PathTemplate, sent.Handler, sent.Retry));
    }

    [Fact]
    public async Task Without_them_it_goes_as_one_item_would()
    {
        var held = new HeldTransport { AnswersAtOnce = static held => Answer(held, """{"_embedded":{"items":[{"id":5,"request_id":"0"}]}}""") };
        await held.Client().Api.SendManyAsync(ItemOperations.CreateIn(2, 3, path: static _ => "/api/v4/items/7/items"), [Three[0]], default);
        var sent = Assert.Single(held.Asked).Request;
        Assert.Equal(
            (HttpMethod.Post, "/api/v4/items/7/items", "/api/v4/items", "amocrm_create_item"), (sent.Method, sent.Path, sent.PathTemplate, sent.Handler));
    }

    [Fact]
    public async Task All_items_go_to_one_path()
    {
        var exception = await RefusedAsync(ItemOperations.CreateIn(2, 3, path: static arguments => $"/api/v4/items/{arguments.Id}"), Three);
        Assert.Equal("items", exception.ParamName);
        Assert.Contains("/api/v4/items", exception.Message, StringComparison.Ordinal);
        Assert.Contains("separately", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_item_is_refused_and_what_only_goes_alone()
    {
        var none = await RefusedAsync(ItemOperations.Create, [Three[0], null!]);
        Assert.Equal(("amocrm_create_item", "items"), (none.Handler, none.ParamName));
        Assert.Contains("null", none.Message, StringComparison.Ordinal);
        var alone = await RefusedAsync(ItemOperations.Create, [new ItemArguments("a", HasOrder: true)]);
        Assert.Contains("has_order: send this item on its own", alone.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ArgumentNullException>(() => _test.Api.SendManyAsync(ItemOperations.Create, null!, default));
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task Updates_need_both_ids_to_be_matched(bool hasArgumentsId, bool hasResultId)
    {
        var operation = Operation(hasArgumentsId: hasArgumentsId, hasResultId: hasResultId);
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => _test.Api.SendManyAsync(operation, Three, default));
        Assert.Contains("amocrm_write_item has a batch but nothing to match by", exception.Message, StringComparison.Ordinal);
        Assert.Empty(_test.Http.Sent);
    }

    [Fact]
    public async Task A_mistake_in_the_manifest_is_named()
    {
        var none = await Assert.ThrowsAsync<InvalidOperationException>(() => _test.Api.SendManyAsync(ItemOperations.Get, [Three[0]], default));
        Assert.Contains("amocrm_get_item has no batch", none.Message, StringComparison.Ordinal);
        var bodyless = await Assert.ThrowsAsync<InvalidOperationException>(() => _test.Api.SendManyAsync(Operation(hasBody: false), Three, default));
        Assert.Contains("amocrm_write_item has a batch but no body", bodyless.Message, StringComparison.Ordinal);
        _test.Http.Answers(200, "{}");
        var unread = await Assert.ThrowsAsync<InvalidOperationException>(() => _test.Api.SendManyAsync(Operation(isRead: false), Three, default));
        Assert.Contains("amocrm_write_item has a batch but no reader", unread.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Whoever_has_to_look_for_a_lost_batch_is_told_its_items(bool isCreate)
    {
        using var cancellation = new CancellationTokenSource();
        _test.Http.Hangs(cancellation.Cancel);
        var exception = await Assert.ThrowsAsync<AmoCrmOperationCanceledException>(
            () => _test.Api.SendManyAsync(isCreate ? ItemOperations.Create : ItemOperations.Update, Three, cancellation.Token));
        Assert.Equal(isCreate ? ["0", "1", "2"] : ["11", "12", "13"], exception.Sent!.ItemIds);
    }

    private async Task<AmoCrmArgumentException> RefusedAsync(Operation<ItemArguments, Item> operation, ItemArguments[] items)
    {
        var before = _test.Http.Sent.Count;
        var exception = await Assert.ThrowsAsync<AmoCrmArgumentException>(() => _test.Api.SendManyAsync(operation, items, default));
        Assert.Equal(before, _test.Http.Sent.Count);
        return exception;
    }

    private static Operation<ItemArguments, Item> Operation(bool hasBody = true, bool hasArgumentsId = true, bool hasResultId = true, bool isRead = true) => new()
    {
        Handler = "amocrm_write_item",
        Method = HttpMethod.Put,
        PathTemplate = "/api/v4/items/{id}",
        Effect = HandlerEffect.Update,
        Retry = RetrySafety.Idempotent,
        Path = static _ => "/api/v4/items/one",
        BodyKind = BodyKind.Object,
        Body = hasBody ? ItemOperations.Update.Body : null,
        Batch = new BatchRules(2, 3) { Method = HttpMethod.Patch, Path = "/api/v4/items", Handler = "amocrm_write_items" },
        ReadMany = isRead ? static (ref Utf8JsonReader reader) => ItemOperations.Update.ReadMany!(ref reader) : null,
        ArgumentsId = hasArgumentsId ? static arguments => arguments.Id : null,
        ResultId = hasResultId ? static item => item.Id : null,
    };

    private static bool Answer(HeldRequest held, string json)
    {
        held.Answer(200, json);
        return true;
    }
}
