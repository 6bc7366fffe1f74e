namespace AmoCrm.Emulator.Pipelines;

/// <summary>The read forms of pipelines and stages.</summary>
internal static class PipelineViews
{
    public static JsonObject Pipeline(AccountState account, JsonObject pipeline, JsonNode? requestId = null)
    {
        var json = pipeline.Copy();
        if (requestId is not null)
        {
            json["request_id"] = requestId;
        }

        json["_links"] = account.Self($"leads/pipelines/{pipeline.Long("id")}");
        json["_embedded"] = new JsonObject
        {
            ["statuses"] = JsonReading.Array(account.Pipelines.VisibleStatuses(pipeline).Select(status => Status(account, status))),
        };
        return json;
    }

    public static JsonObject Status(AccountState account, JsonObject status, bool withDescriptions = false, JsonNode? requestId = null)
    {
        var json = status.Copy();
        var descriptions = json["descriptions"];
        json.Remove("descriptions");
        if (requestId is not null)
        {
            json["request_id"] = requestId;
        }

        json["_links"] = account.Self($"leads/pipelines/{status.Long("pipeline_id")}/statuses/{status.Long("id")}");
        if (withDescriptions)
        {
            json["descriptions"] = descriptions;
        }

        return json;
    }
}
