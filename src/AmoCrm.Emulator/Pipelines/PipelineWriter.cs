namespace AmoCrm.Emulator.Pipelines;

/// <summary>Makes and changes pipelines and stages.</summary>
internal static class PipelineWriter
{
    private static readonly string[] PipelinePlain = ["name", "sort", "is_unsorted_on"];
    private static readonly string[] StatusPlain = ["name", "sort", "color"];

    public static JsonObject Create(AccountState account, long id, string name, long sort, bool isMain, bool isUnsortedOn)
    {
        var pipeline = new JsonObject
        {
            ["id"] = id,
            ["name"] = name,
            ["sort"] = sort,
            ["is_main"] = false,
            ["is_unsorted_on"] = isUnsortedOn,
            ["is_archive"] = false,
            ["account_id"] = account.Id,
        };
        account.Pipelines.Add(pipeline);
        if (isMain)
        {
            account.Pipelines.MakeMain(pipeline);
        }

        return pipeline;
    }

    /// <summary>The stages that amoCRM adds by itself: unsorted, won, lost.</summary>
    public static void AddSystemStatuses(AccountState account, long pipelineId, long unsortedId)
    {
        AddStatus(account, pipelineId, unsortedId, account.IsRussian ? "Неразобранное" : "Incoming leads", sort: 10, "#c1c1c1", type: 1, isEditable: false);
        AddStatus(account, pipelineId, LeadStage.Won, account.IsRussian ? "Успешно реализовано" : "Closed - won", sort: 10_000, "#CCFF66", isEditable: false);
        AddStatus(account, pipelineId, LeadStage.Lost, account.IsRussian ? "Закрыто и не реализовано" : "Closed - lost", sort: 11_000, "#D5D8DB", isEditable: false);
    }

    public static JsonObject AddStatus(
        AccountState account, long pipelineId, long id, string name, long sort, string color, int type = 0, bool isEditable = true)
    {
        var status = new JsonObject
        {
            ["id"] = id,
            ["name"] = name,
            ["sort"] = sort,
            ["is_editable"] = isEditable,
            ["pipeline_id"] = pipelineId,
            ["color"] = color,
            ["type"] = type,
            ["account_id"] = account.Id,
            ["descriptions"] = new JsonArray(),
        };
        account.Pipelines.StatusesOf(pipelineId).Add(status);
        return status;
    }

    public static void UpdatePipeline(AccountState account, JsonObject pipeline, JsonObject item)
    {
        foreach (var name in PipelinePlain.Where(item.Has))
        {
            pipeline[name] = item[name]!.DeepClone();
        }

        if (item.Flag("is_main") == true)
        {
            account.Pipelines.MakeMain(pipeline);
        }
    }

    public static void UpdateStatus(EmulatorRequest request, JsonObject status, JsonObject item)
    {
        foreach (var name in StatusPlain.Where(item.Has))
        {
            status[name] = item[name]!.DeepClone();
        }

        foreach (var description in item.Items("descriptions"))
        {
            StatusDescriptions.Apply(request, status, description);
        }
    }
}
