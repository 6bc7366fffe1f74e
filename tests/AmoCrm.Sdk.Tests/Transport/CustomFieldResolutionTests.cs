using AmoCrm.Sdk.Tests.TestSupport;
using AmoCrm.Sdk.Transport;

namespace AmoCrm.Sdk.Tests.Transport;

public sealed class CustomFieldResolutionTests
{
    private const string Refusal = """
        {"title":"Bad Request","status":400,"validation-errors":[{"errors":[{"code":"NotSupportedChoice","path":"custom_fields_values.0.field_id"}]}]}
        """;

    private static readonly ItemArguments Named = new("x", 5, Fields: new CustomFieldInput { ["Город"] = "Москва" });

    [Fact]
    public async Task Names_become_ids_and_definitions_are_read_once()
    {
        var test = new TestClient();
        test.Http.Answers(200, Fields(17)).Answers(200, """{"id":5}""");
        await test.Api.SendAsync(ItemOperations.Update, Named, default);
        await test.Api.SendAsync(ItemOperations.Update, Named, default);
        Assert.Equal(["/api/v4/leads/custom_fields", "/api/v4/items/5", "/api/v4/items/5"], test.Http.Sent.Select(sent => sent.Uri.AbsolutePath));
        Assert.Contains("\"field_id\":17", test.LastSent.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(502)]
    public async Task A_definition_written_by_a_raw_request_makes_what_is_known_old(int status)
    {
        var test = new TestClient();
        test.Http.Answers(200, Fields(17)).Answers(200, """{"id":5}""").Answers(status, "{}").Answers(200, Fields(18)).Answers(200, """{"id":5}""");
        await test.Api.SendAsync(ItemOperations.Update, Named, default);
        await test.Api.SendRawAsync(new AmoCrmRequest(HttpMethod.Patch, "/api/v4/leads/custom_fields/17"), default);
        await test.Api.SendAsync(ItemOperations.Update, Named, default);
        Assert.Contains("\"field_id\":18", test.LastSent.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refused_fields_are_read_anew_and_sent_once_more()
    {
        var test = new TestClient();
        test.Http.Answers(200, Fields(17)).Answers(400, Refusal).Answers(200, Fields(18)).Answers(200, """{"id":5}""");
        Assert.Equal(5, (await test.Api.SendAsync(ItemOperations.Update, Named, default)).Id);
        Assert.Contains("\"field_id\":18", test.LastSent.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refused_again_they_are_an_error()
    {
        var test = new TestClient();
        test.Http.Answers(200, Fields(17)).Answers(400, Refusal).Answers(200, Fields(17)).Answers(400, Refusal);
        await Assert.ThrowsAsync<AmoCrmValidationException>(() => test.Api.SendAsync(ItemOperations.Update, Named, default));
        Assert.Equal(4, test.Http.Sent.Count);
    }

    [Fact]
    public async Task What_was_not_resolved_by_definitions_is_not_sent_again()
    {
        var test = new TestClient();
        test.Http.Answers(400, Refusal);
        var byCode = new ItemArguments("x", 5, Fields: new CustomFieldInput { ["CITY"] = "Москва" });
        await Assert.ThrowsAsync<AmoCrmValidationException>(() => test.Api.SendAsync(ItemOperations.Update, byCode, default));
        Assert.Single(test.Http.Sent);
    }

    [Fact]
    public async Task Another_refusal_is_not_answered_by_sending_again()
    {
        var test = new TestClient();
        test.Http.Answers(200, Fields(17)).Answers(400, """{"validation-errors":[{"errors":[{"code":"TooLong","path":"name"}]}]}""");
        await Assert.ThrowsAsync<AmoCrmValidationException>(() => test.Api.SendAsync(ItemOperations.Update, Named, default));
        Assert.Equal(2, test.Http.Sent.Count);
    }

    [Fact]
    public async Task One_refused_field_among_other_mistakes_is_enough()
    {
        var test = new TestClient();
        const string Both = """{"validation-errors":[{"errors":[{"code":"TooLong","path":"name"},{"code":"NotSupportedChoice","path":"custom_fields_values.0.field_id"}]}]}""";
        test.Http.Answers(200, Fields(17)).Answers(400, Both).Answers(200, Fields(18)).Answers(200, """{"id":5}""");
        Assert.Equal(5, (await test.Api.SendAsync(ItemOperations.Update, Named, default)).Id);
    }

    [Fact]
    public async Task Fields_of_two_kinds_of_entities_are_both_read_anew()
    {
        var test = new TestClient();
        test.Http.Answers(200, Fields(17)).Answers(200, Fields(27)).Answers(400, Refusal).Answers(200, Fields(18)).Answers(200, Fields(28))
            .Answers(200, """{"_embedded":{"items":[{"id":5},{"id":6}]}}""");
        await test.Api.SendManyAsync(OfTwoKinds, [Named, Named with { Id = 6 }], default);
        Assert.Contains("\"field_id\":18", test.LastSent.Body, StringComparison.Ordinal);
        Assert.Contains("\"field_id\":28", test.LastSent.Body, StringComparison.Ordinal);
        Assert.Equal(6, test.Http.Sent.Count);
    }

    [Fact]
    public async Task Over_a_transport_of_the_users_own_and_without_settings_definitions_are_read_once_too()
    {
        var held = new HeldTransport
        {
            AnswersAtOnce = static held =>
            {
                held.Answer(200, held.Request.Method == HttpMethod.Get ? Fields(17) : """{"id":5}""");
                return true;
            },
        };
        var test = held.Client(static options => options.SettingsResolver = null);
        await test.Api.SendAsync(ItemOperations.Update, Named, default);
        await test.Api.SendAsync(ItemOperations.Update, Named, default);
        Assert.Equal(["GET", "PATCH", "PATCH"], held.Asked.Select(static asked => asked.Request.Method.Method));
    }

    /// <summary>One reading for the account whose fields they are, one for the attempt.</summary>
    [Fact]
    public async Task Settings_are_read_for_a_request_and_not_for_each_of_its_items()
    {
        var test = new TestClient();
        test.Http.Answers(200, """{"_embedded":{"items":[{"id":11},{"id":12}]}}""");
        ItemArguments[] items = [.. Enumerable.Range(11, 2).Select(static id => new ItemArguments("x", id, Fields: new CustomFieldInput { ["CITY"] = "Москва" }))];
        await test.Api.SendManyAsync(ItemOperations.Update, items, default);
        Assert.Equal(2, test.Settings.Reads);
        var (outcomes, _) = await test.Api.BulkAsync(ItemOperations.Update, items, null, default).UntilItEndsAsync();
        Assert.All(outcomes, static outcome => Assert.Equal(BulkOutcomeKind.Succeeded, outcome.Kind));
        Assert.Equal(4, test.Settings.Reads);
    }

    [Fact]
    public async Task Definitions_that_cannot_be_read_fail_the_call_before_any_write()
    {
        var test = new TestClient();
        test.Http.Answers(500);
        await Assert.ThrowsAsync<AmoCrmServerException>(() => test.Api.SendAsync(ItemOperations.Update, Named, default));
        Assert.DoesNotContain(test.Http.Sent, sent => sent.Method == HttpMethod.Patch);
    }

    private static Operation<ItemArguments, Item> OfTwoKinds { get; } = new()
    {
        Handler = ItemOperations.Update.Handler,
        Method = HttpMethod.Patch,
        PathTemplate = ItemOperations.Update.PathTemplate,
        Effect = HandlerEffect.Update,
        Retry = RetrySafety.Idempotent,
        Path = ItemOperations.Update.Path,
        BodyKind = BodyKind.Object,
        Body = ItemOperations.Update.Body,
        CustomFields = ItemOperations.Update.CustomFields,
        CustomFieldScope = static arguments => arguments.Id == 5 ? CustomFieldScope.Leads : CustomFieldScope.Companies,
        Batch = ItemOperations.Update.Batch,
        ReadMany = ItemOperations.Update.ReadMany,
        ArgumentsId = ItemOperations.Update.ArgumentsId,
        ResultId = ItemOperations.Update.ResultId,
    };

    private static string Fields(long id) =>
        $$"""{"_page":1,"_page_count":1,"_total_items":1,"_embedded":{"custom_fields":[{"id":{{id}},"name":"Город","code":null,"type":"text"}]} }""";
}
