using System.Text.Json;
using AmoCrm.Sdk.Tests.TestSupport;
using AmoCrm.Sdk.Transport;

namespace AmoCrm.Sdk.Tests.Transport;

/// <summary>What is said of answers that hold no result, and which answers may be empty.</summary>
public sealed class OperationAnswerTests
{
    [Theory]
    [InlineData(200, "", "application/json", "holds no result")]
    [InlineData(200, "null", "application/json", "holds no result")]
    [InlineData(200, "<html>", "text/html", "is an HTML page")]
    [InlineData(200, "{\"id\":7", "application/json", "is not the JSON")]
    [InlineData(203, "{\"id\":7}", "application/json", "is not one this request can have")]
    public async Task What_is_wrong_is_said_with_the_handler_and_the_status(int status, string body, string type, string said)
    {
        var test = new TestClient();
        test.Http.Answers(status, body, type);
        var update = await Assert.ThrowsAsync<AmoCrmInvalidResponseException>(() => test.Api.SendAsync(ItemOperations.Update, new ItemArguments("x", 7), default));
        Assert.StartsWith($"amocrm_update_item: the answer ({status}) {said}", update.Message, StringComparison.Ordinal);

        var create = await Assert.ThrowsAsync<AmoCrmOutcomeUnknownException>(() => test.Api.SendAsync(ItemOperations.Create, new ItemArguments("x"), default));
        Assert.StartsWith($"amocrm_create_item: the answer ({status}) ", create.Message, StringComparison.Ordinal);
        Told(create);
    }

    [Theory]
    [InlineData(200, "", "application/json", "holds no result")]
    [InlineData(200, "<html>", "text/html", "is an HTML page")]
    [InlineData(200, "[", "application/json", "is not the JSON")]
    public async Task So_it_is_of_batches(int status, string body, string type, string said)
    {
        var test = new TestClient();
        test.Http.Answers(status, body, type);
        var exception = await Assert.ThrowsAsync<AmoCrmOutcomeUnknownException>(() => test.Api.SendManyAsync(ItemOperations.Create, [new ItemArguments("x")], default));
        Assert.StartsWith($"amocrm_create_item: the answer ({status}) {said}", exception.Message, StringComparison.Ordinal);
        Assert.IsType<AmoCrmInvalidResponseException>(exception.InnerException);
        Told(exception);
    }

    [Fact]
    public async Task A_server_error_behind_a_create_is_said_and_what_to_look_for()
    {
        var test = new TestClient();
        test.Http.Answers(500, """{"title":"Internal Server Error"}""");
        var exception = await Assert.ThrowsAsync<AmoCrmOutcomeUnknownException>(() => test.Api.SendAsync(ItemOperations.Create, new ItemArguments("x"), default));
        Assert.Contains("Internal Server Error", exception.Message, StringComparison.Ordinal);
        Told(exception);
    }

    [Fact]
    public async Task A_write_that_answers_its_object_may_not_answer_nothing()
    {
        var test = new TestClient();
        test.Http.Answers(200);
        await Assert.ThrowsAsync<AmoCrmInvalidResponseException>(() => test.Api.SendAsync(Write(hasAnswer: true, 404), new ItemArguments("x", 7), default));
    }

    [Theory]
    [InlineData(true, 204)]
    [InlineData(false, 404)]
    public async Task It_may_where_the_manifest_says_so_or_nothing_is_read_from_its_answers(bool hasAnswer, int missing)
    {
        var test = new TestClient();
        test.Http.Answers(200);
        Assert.Null(await test.Api.SendAsync(Write(hasAnswer, missing), new ItemArguments("x", 7), default));
    }

    private static Operation<ItemArguments, Item?> Write(bool hasAnswer, int missing) => new()
    {
        Handler = "amocrm_write_item",
        Method = HttpMethod.Put,
        PathTemplate = "/api/v4/items/{id}",
        Effect = HandlerEffect.Update,
        Retry = RetrySafety.Idempotent,
        Path = ItemOperations.Update.Path,
        Missing = [missing],
        Read = hasAnswer ? static (ref Utf8JsonReader reader, ItemArguments arguments) => ItemOperations.Get.Read!(ref reader, arguments) : null,
        Absent = static _ => null,
    };

    private static void Told(AmoCrmOutcomeUnknownException exception)
    {
        Assert.Contains("ook before repeating it", exception.Message, StringComparison.Ordinal);
        Assert.Equal("amocrm_create_item", exception.Handler);
        Assert.Equal("POST /api/v4/items", exception.Sent?.ToString());
    }
}
