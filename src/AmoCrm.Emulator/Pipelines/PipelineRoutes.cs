namespace AmoCrm.Emulator.Pipelines;

/// <summary><c>/api/v4/leads/pipelines</c>.</summary>
internal static class PipelineRoutes
{
    private const string Path = "/api/v4/leads/pipelines";
    private const int MaxPipelines = 50;

    public static void Add(RouteTable routes)
    {
        routes.Get(Path, List);
        routes.Get(Path + "/{pipeline}", Get);
        routes.Post(Path, Create).Admin();
        routes.Patch(Path, UpdateMany).Admin().When(behaviour => behaviour.PipelineBatchPatch);
        routes.Patch(Path + "/{pipeline}", UpdateOne).Admin();
        routes.Delete(Path + "/{pipeline}", Delete).Admin();
        StatusRoutes.Add(routes, Path + "/{pipeline}/statuses");
        LossReasonRoutes.Add(routes);
    }

    public static JsonObject Require(EmulatorRequest request) =>
        request.Account.Pipelines.Find(request.Id("pipeline"))
        ?? throw new ProblemException(MissingObjects.Pipeline(request, "Pipeline not found"));

    private static Answer List(EmulatorRequest request)
    {
        var pipelines = request.Account.Pipelines.All.Select(pipeline => PipelineViews.Pipeline(request.Account, pipeline));
        return Answer.Ok(request.Collection("pipelines", pipelines, withTotal: true));
    }

    private static Answer Get(EmulatorRequest request) => Answer.Ok(PipelineViews.Pipeline(request.Account, Require(request)));

    private static Answer Create(EmulatorRequest request)
    {
        var items = request.Batch();
        BatchValidation.Check(request, items, PipelineShapes.PipelineCreate, CheckStatuses);
        if (request.Account.Pipelines.Count + items.Count > MaxPipelines)
        {
            return Problems.Unprocessable($"An account has at most {MaxPipelines} pipelines");
        }

        var created = items.Select((item, index) =>
            PipelineViews.Pipeline(request.Account, Create(request.Account, item), BatchValidation.RequestId(item, index)));
        return Answer.Ok(request.Collection("pipelines", created, withTotal: true));
    }

    /// <summary>A pipeline without a stage of its own is refused; won and lost are named by their ids.</summary>
    private static void CheckStatuses(JsonObject item, List<FieldError> errors)
    {
        var statuses = item.Child("_embedded").Items("statuses").ToList();
        for (var index = 0; index < statuses.Count; index++)
        {
            if (statuses[index].Long("id") is { } id && id is not (LeadStage.Won or LeadStage.Lost))
            {
                errors.Add(FieldError.NotSupportedChoice($"_embedded.statuses.{index}.id"));
            }

            if (!statuses[index].Has("name"))
            {
                errors.Add(FieldError.Missing($"_embedded.statuses.{index}.name"));
            }
        }

        if (statuses.TrueForAll(status => status.Has("id")))
        {
            errors.Add(FieldError.Missing("_embedded.statuses"));
        }
    }

    private static JsonObject Create(AccountState account, JsonObject item)
    {
        var id = account.Ids.Next("pipelines");
        var pipeline = PipelineWriter.Create(
            account, id, item.Text("name")!, item.Long("sort")!.Value, item.Flag("is_main")!.Value, item.Flag("is_unsorted_on")!.Value);
        PipelineWriter.AddSystemStatuses(account, id, account.Ids.Next("statuses"));
        var sort = 10L;
        foreach (var status in item.Child("_embedded").Items("statuses"))
        {
            if (status.Long("id") is { } final)
            {
                account.Pipelines.FindStatus(id, final)!["name"] = status.Text("name");
                continue;
            }

            sort = Math.Max(sort + 10, status.Long("sort") ?? 0);
            PipelineWriter.AddStatus(account, id, account.Ids.Next("statuses"), status.Text("name")!, sort, status.Text("color") ?? "#99ccff");
        }

        return pipeline;
    }

    private static Answer UpdateOne(EmulatorRequest request)
    {
        var item = request.Object();
        var pipeline = Require(request);
        BatchValidation.Check(request, item, PipelineShapes.PipelineUpdate);
        if (item.All(pair => pair.Key == "request_id"))
        {
            return Problems.BadRequest("At least one of name, sort, is_main, is_unsorted_on is required");
        }

        PipelineWriter.UpdatePipeline(request.Account, pipeline, item);
        return Answer.Ok(PipelineViews.Pipeline(request.Account, pipeline, BatchValidation.RequestId(item, 0)));
    }

    private static Answer UpdateMany(EmulatorRequest request)
    {
        var items = request.Batch();
        BatchValidation.Check(request, items, PipelineShapes.PipelineUpdate.And(new Member("id", Shape.Int, Required: true)), (item, errors) =>
        {
            if (request.Account.Pipelines.Find(item.Long("id")!.Value) is null)
            {
                errors.Add(FieldError.NotSupportedChoice("id"));
            }
        });
        var updated = items.Select((item, index) =>
        {
            var pipeline = request.Account.Pipelines.Find(item.Long("id")!.Value)!;
            PipelineWriter.UpdatePipeline(request.Account, pipeline, item);
            return PipelineViews.Pipeline(request.Account, pipeline, BatchValidation.RequestId(item, index));
        });
        return Answer.Ok(request.Collection("pipelines", updated, withTotal: true));
    }

    private static Answer Delete(EmulatorRequest request)
    {
        var pipeline = Require(request);
        var isUsed = request.Account.Entities.Of("leads").Any(lead => lead.Fields.Long("pipeline_id") == pipeline.Long("id"));
        if (isUsed || request.Account.Pipelines.Count == 1)
        {
            return Problems.BadRequest(isUsed ? "The pipeline has leads" : "The last pipeline can not be deleted");
        }

        request.Account.Pipelines.Remove(pipeline);
        return Answer.NoContent;
    }
}
