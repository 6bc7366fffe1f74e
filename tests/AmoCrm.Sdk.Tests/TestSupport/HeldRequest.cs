using System.Globalization;
using System.Text;
using System.Text.Json;

namespace AmoCrm.Sdk.Tests.TestSupport;

/// <summary>A request that is under way until the test answers it.</summary>
internal sealed class HeldRequest(AmoCrmRequest request, CancellationToken token)
{
    private readonly TaskCompletionSource<AmoCrmResponse> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public AmoCrmRequest Request => request;

    public CancellationToken Token => token;

    public Task<AmoCrmResponse> Answered => _answer.Task;

    public string Body { get; } = Encoding.UTF8.GetString(request.Body.Span);

    /// <summary>The page that is asked for.</summary>
    public int Page => int.Parse(request.Query!.Split('&').Single(static part => part.StartsWith("page=", StringComparison.Ordinal))[5..], CultureInfo.InvariantCulture);

    /// <summary>The names of the items that it carries.</summary>
    public IReadOnlyList<string> Names
    {
        get
        {
            using var body = JsonDocument.Parse(Body);
            return [.. body.RootElement.EnumerateArray().Select(static item => item.GetProperty("name").GetString()!)];
        }
    }

    public void Answer(int status, string json = "") => _answer.TrySetResult(new AmoCrmResponse(status, Encoding.UTF8.GetBytes(json)));

    /// <summary>A full page of two items: 2n-1 and 2n.</summary>
    public void AnswerFull() => Answer(200, Items.Page((2 * Page) - 1, 2 * Page));

    /// <summary>Creates all that it carries, with ids from the first one on.</summary>
    public void AnswerCreated(long firstId) => Answer(
        200, $$"""{"_embedded":{"items":[{{string.Join(',', Names.Select((_, place) => $$"""{"id":{{firstId + place}},"request_id":"{{place}}"}"""))}}]} }""");

    public void Fail(Exception exception) => _answer.TrySetException(exception);

    /// <summary>What a transport does when its caller cancels.</summary>
    public void Cancel() => Fail(request.Method == HttpMethod.Get
        ? new OperationCanceledException(token)
        : new AmoCrmOperationCanceledException(request.Handler, innerException: null, token));
}
