using AmoCrm.Sdk.Tests.TestSupport;

namespace AmoCrm.Sdk.Tests.Handlers;

public sealed class CreateCallTests
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("""{"_total_items":1,"_embedded":{"calls":[{"entity_id":5}]}}""")]
    [InlineData("""{"_total_items":0}""")]
    public async Task An_answer_that_names_no_call_does_not_look_as_if_nothing_was_written(string answer)
    {
        var test = new TestClient();
        test.Http.Answers(200, answer);
        await Assert.ThrowsAsync<AmoCrmOutcomeUnknownException>(() => test.Client.Calls.CreateAsync(Call(), Token));
    }

    [Theory]
    [InlineData(200)]
    [InlineData(400)]
    public async Task A_phone_that_nobody_has_is_an_outcome_of_its_own(int status)
    {
        var test = new TestClient();
        test.Http.Answers(status, """{"_total_items":0,"errors":[{"request_id":"0","title":"Entity not found","status":404}]}""");
        var exception = await Assert.ThrowsAsync<AmoCrmCallNotMatchedException>(() => test.Client.Calls.CreateAsync(Call(), Token));
        Assert.Equal("call_not_matched", exception.ErrorCode);
    }

    [Fact]
    public async Task Another_trouble_with_the_call_is_not_taken_for_an_unknown_phone()
    {
        var test = new TestClient();
        test.Http.Answers(200, """{"_total_items":0,"errors":[{"request_id":"0","title":"Bad link","status":400}]}""");
        var exception = await Assert.ThrowsAsync<AmoCrmValidationException>(() => test.Client.Calls.CreateAsync(Call(), Token));
        Assert.Equal("Bad link", exception.Errors[0].Code);
    }

    [Theory]
    [InlineData("sideways", "leads", "direction")]
    [InlineData("inbound", "tasks", "entity_type")]
    public async Task A_call_note_that_amoCRM_cannot_hold_is_refused(string direction, string entityType, string parameter)
    {
        var test = new TestClient();
        var call = Call();
        call.Direction = direction;
        call.EntityType = entityType;
        call.EntityId = 5;
        var exception = await Assert.ThrowsAsync<AmoCrmArgumentException>(() => test.Client.Calls.CreateAsync(call, Token));
        Assert.Equal(parameter, exception.ParamName);
        Assert.Empty(test.Http.Sent);
    }

    [Fact]
    public async Task Calls_of_an_unknown_direction_are_not_listed_as_outbound()
    {
        var test = new TestClient();
        var exception = await Assert.ThrowsAsync<AmoCrmArgumentException>(() => test.Client.Calls.ListAsync(new ListCallsRequest { Direction = "sideways" }, Token));
        Assert.Equal("direction", exception.ParamName);
        Assert.Empty(test.Http.Sent);
    }

    private static CreateCallRequest Call() => new() { Phone = "+79161234567" };
}
