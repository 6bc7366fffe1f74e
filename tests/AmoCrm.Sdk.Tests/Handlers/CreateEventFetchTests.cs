using AmoCrm.Sdk.Tests.TestSupport;

namespace AmoCrm.Sdk.Tests.Handlers;

/// <summary>The event is written before the log is read: what happens to the reading must not make a caller write it again.</summary>
public sealed class CreateEventFetchTests
{
    private const string Written = """{"_embedded":{"notes":[{"id":77,"entity_id":5,"request_id":"0"}]}}""";

    private static CreateEventRequest Request => new() { Type = "note", EntityType = EntityType.Leads, EntityId = 5, Text = "Called back", Fetch = true };

    [Fact]
    public async Task A_log_that_cannot_be_read_leaves_the_note()
    {
        var test = new TestClient();
        test.Http.Answers(200, Written).Answers(200, """{"_embedded":{"events":[{"type":"no id"}]}}""");
        var result = await test.Client.Events.CreateAsync(Request, TestContext.Current.CancellationToken);
        Assert.Equal((77, null), (result.NoteId, result.Event));
    }

    [Fact]
    public async Task A_reading_that_is_cancelled_says_that_something_was_written()
    {
        using var cancellation = new CancellationTokenSource();
        var test = new TestClient();
        test.Http.Answers(200, Written).Hangs(cancellation.Cancel);
        var exception = await Assert.ThrowsAsync<AmoCrmOperationCanceledException>(() => test.Client.Events.CreateAsync(Request, cancellation.Token));
        Assert.StartsWith("The write was cancelled", exception.Message, StringComparison.Ordinal);
    }
}
