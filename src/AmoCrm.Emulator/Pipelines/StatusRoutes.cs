namespace AmoCrm.Emulator.Pipelines;

/// <summary>The stages of a pipeline.</summary>
internal static class StatusRoutes
{
    private const int MaxStatuses = 100;

    public static void Add(RouteTable routes, string path)
    {
        routes.Get(path, List).With("descriptions");
        routes.Get(path + "/{id}", Get).With("descriptions");
        routes.Post(path, Create).Admin();
        routes.Patch(path, UpdateMany).Admin().When(behaviour => behaviour.PipelineBatchPatch);
        routes.Patch(path + "/{id}", UpdateOne).Admin();
        routes.Delete(path + "/{id}", Delete).Admin();
    }

    private static Answer List(EmulatorRequest request)
    {
        var statuses = request.Account.Pipelines.VisibleStatuses(PipelineRoutes.Require(request))
            .Select(status => PipelineViews.Status(request.Account, status, request.With.Contains("descriptions")));
        return Answer.Ok(request.Collection("statuses", statuses, withTotal: true));
    }

    private static Answer Get(EmulatorRequest request) =>
        Answer.Ok(PipelineViews.Status(request.Account, Require(request), request.With.Contains("descriptions")));

    private static Answer Create(EmulatorRequest request)
    {
        var pipelineId = PipelineRoutes.Require(request).Long("id")!.Value;
        var items = request.Batch();
        BatchValidation.Check(request, items, PipelineShapes.StatusCreate);
        if (request.Account.Pipelines.StatusesOf(pipelineId).Count + items.Count > MaxStatuses)
        {
            return Problems.Unprocessable($"A pipeline has at most {MaxStatuses} stages");
        }

        var created = items.Select((item, index) =>
        {
            var status = PipelineWriter.AddStatus(
                request.Account,
                pipelineId,
                request.Account.Ids.Next("statuses"),
                item.Text("name")!,
                item.Long("sort")!.Value,
                item.Text("color") ?? "#99ccff");
            PipelineWriter.UpdateStatus(request, status, item);
            return PipelineViews.Status(request.Account, status, withDescriptions: true, BatchValidation.RequestId(item, index));
        });
        return Answer.Ok(request.Collection("statuses", created, withTotal: true));
    }

    private static Answer UpdateOne(EmulatorRequest request)
    {
        var item = request.Object();
        var status = Require(request);
        BatchValidation.Check(request, item, PipelineShapes.StatusUpdate);
        if (item.All(pair => pair.Key == "request_id"))
        {
            return Problems.BadRequest("At least one of name, sort, color, descriptions is required");
        }

        PipelineWriter.UpdateStatus(request, status, item);
        return Answer.Ok(PipelineViews.Status(request.Account, status, withDescriptions: true, BatchValidation.RequestId(item, 0)));
    }

    private static Answer UpdateMany(EmulatorRequest request)
    {
        var pipelineId = PipelineRoutes.Require(request).Long("id")!.Value;
        var items = request.Batch();
        BatchValidation.Check(request, items, PipelineShapes.StatusUpdate.And(new Member("id", Shape.Int, Required: true)), (item, errors) =>
        {
            if (request.Account.Pipelines.FindStatus(pipelineId, item.Long("id")!.Value) is null)
            {
                errors.Add(FieldError.NotSupportedChoice("id"));
            }
        });
        var updated = items.Select((item, index) =>
        {
            var status = request.Account.Pipelines.FindStatus(pipelineId, item.Long("id")!.Value)!;
            PipelineWriter.UpdateStatus(request, status, item);
            return PipelineViews.Status(request.Account, status, withDescriptions: true, BatchValidation.RequestId(item, index));
        });
        return Answer.Ok(request.Collection("statuses", updated, withTotal: true));
    }

    private static Answer Delete(EmulatorRequest request)
    {
        var pipelineId = PipelineRoutes.Require(request).Long("id")!.Value;
        var status = Require(request);
        var own = request.Account.Pipelines.StatusesOf(pipelineId);
        if (status.Flag("is_editable") == false || own.Count(other => other.Flag("is_editable") == true) == 1)
        {
            return Problems.BadRequest("This stage can not be deleted");
        }

        own.Remove(status);
        foreach (var lead in request.Account.Entities.Of("leads").Where(lead => lead.Fields.Long("status_id") == status.Long("id")))
        {
            lead.Fields["status_id"] = request.Account.Pipelines.FirstStatus(pipelineId);
        }

        return Answer.NoContent;
    }

    private static JsonObject Require(EmulatorRequest request) =>
        request.Account.Pipelines.FindStatus(PipelineRoutes.Require(request).Long("id")!.Value, request.Id())
        ?? throw new ProblemException(MissingObjects.Pipeline(request, "Status not found"));
}
