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
            using var document = JsonDocument.Parse(request.BodyText);
            return LastWins(document.RootElement);
        }
        catch (JsonException)
        {
            throw new ProblemException(Problems.BadRequest("The body is not valid JSON"));
        }
    }

    /// <summary>A key given twice counts as given last, as in PHP; JsonNode's own parser would throw at the first look.</summary>
    private static JsonNode? LastWins(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Object)
        {
            var json = new JsonObject();
            foreach (var member in element.EnumerateObject())
            {
                json[member.Name] = LastWins(member.Value);
            }

            return json;
        }

        return element.ValueKind switch
        {
            JsonValueKind.Array => JsonReading.Array(element.EnumerateArray().Select(LastWins)),
            JsonValueKind.Null => null,
            _ => JsonValue.Create(element.Clone()),
        };
    }
}
