using System.Text.Json;

namespace AmoCrm.Emulator.Http;

/// <summary>Reads bodies: the array of a batch, or one object.</summary>
internal static class RequestBody
{
    public static JsonObject Object(this EmulatorRequest request) =>
        Parse(request) as JsonObject ?? throw new ProblemException(Problems.BadRequest("The body must be a JSON object"));

    /// <summary>The items of a batch; every item is an object.</summary>
    public static IReadOnlyList<JsonObject> Batch(this EmulatorRequest request)
    {
        if (Parse(request) is not JsonArray array || array.Count == 0)
        {
            throw new ProblemException(Problems.BadRequest("The body must be a non-empty JSON array of objects"));
        }

        if (array.Count > request.Behaviour.MaxWriteBatch && request.Behaviour.OverMaxBatch != OverMaxBatch.Accept)
        {
            throw new ProblemException(request.Behaviour.OverMaxBatch == OverMaxBatch.BadRequest
                ? Problems.BadRequest($"More than {request.Behaviour.MaxWriteBatch} items in one request")
                : Problems.Of(504, "The upstream server did not answer in time"));
        }

        if (array.Any(item => item is not JsonObject))
        {
            throw new ProblemException(Problems.BadRequest("Every item of the array must be an object"));
        }

        return array.Select(item => (JsonObject)item!).ToList();
    }

    private static JsonNode? Parse(EmulatorRequest request)
    {
        try
        {
            return LastWinsJson.Parse(request.BodyText);
        }
        catch (JsonException)
        {
            throw new ProblemException(Problems.BadRequest("The body is not valid JSON"));
        }
    }
}
