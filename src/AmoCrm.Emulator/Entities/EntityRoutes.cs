namespace AmoCrm.Emulator.Entities;

/// <summary>List, get, create, update and — where the switch says so — delete of one kind of main entity.</summary>
internal static class EntityRoutes
{
    public static void Add(RouteTable routes, EntityKind kind)
    {
        var path = "/api/v4/" + kind.Plural;
        var with = kind.With.ToArray();
        routes.Get(path, request => List(request, kind)).Paged().With(with).Query("query")
            .Query(kind.Orders.Select(order => $"order[{order}]").ToArray()).Query(EntityFilter.QueryKeys(kind));
        routes.Get(path + "/{id}", request => Get(request, kind)).With(with);
        routes.Post(path, request => Create(request, kind));
        routes.Patch(path, request => UpdateMany(request, kind));
        routes.Patch(path + "/{id}", request => UpdateOne(request, kind));
        routes.Delete(path + "/{id}", request => Delete(request, kind)).When(behaviour => behaviour.DeleteRoute == DeleteRoute.Exists);
    }

    private static Answer List(EmulatorRequest request, EntityKind kind)
    {
        if (request.With.Contains("only_deleted") && kind.With.Contains("only_deleted"))
        {
            return request.Page(kind.Plural, request.Account.Entities.Deleted(kind.Plural), record => EntityView.OfDeleted(request.Account, record));
        }

        var records = EntityFilter.Apply(request, kind, request.Account.Entities.Of(kind.Plural));
        if (request.Query.Scalar("query") is { } query)
        {
            records = records.Where(record => EntitySearch.Matches(record, query));
        }

        var ordered = Ordering.Apply(request.Query, records, record => record.Fields, kind.Orders.ToArray());
        var options = EntityViewOptions.Of(request);
        return request.Page(kind.Plural, ordered, record => EntityView.Of(request.Account, options, record));
    }

    private static Answer Get(EmulatorRequest request, EntityKind kind) =>
        request.Account.Entities.Find(kind.Plural, request.Id()) is { } record
            ? Answer.Ok(EntityView.Of(request.Account, EntityViewOptions.Of(request), record))
            : Answer.NoContent;

    private static Answer Create(EmulatorRequest request, EntityKind kind) => BatchCreation.Run(
        request,
        kind.Plural,
        kind.Create,
        (item, errors) => EntityRules.Check(request.Account, kind, item, record: null, errors),
        (item, requestId) =>
        {
            var record = EntityWriter.Create(request, kind, item);
            return new JsonObject
            {
                ["id"] = record.Id,
                ["request_id"] = requestId,
                ["_links"] = request.Account.Self(record.Ref.ApiPath),
            };
        });

    private static Answer UpdateMany(EmulatorRequest request, EntityKind kind)
    {
        var items = request.Batch();
        BatchValidation.Check(request, items, kind.Update.And(new Member("id", Shape.Int, Required: true)), (item, errors) =>
        {
            var record = request.Account.Entities.Find(kind.Plural, item.Long("id")!.Value);
            if (record is null)
            {
                errors.Add(FieldError.NotSupportedChoice("id"));
                return;
            }

            EntityRules.Check(request.Account, kind, item, record, errors);
        });
        var updated = items.Select((item, index) => Update(request, kind, item.Long("id")!.Value, item, index));
        return Answer.Ok(request.Collection(kind.Plural, updated));
    }

    private static Answer UpdateOne(EmulatorRequest request, EntityKind kind)
    {
        var item = request.Object();
        if (request.Account.Entities.Find(kind.Plural, request.Id()) is not { } record)
        {
            return Problems.Validation([ItemErrors.Of(request, item, 0, [FieldError.NotSupportedChoice("id")])]);
        }

        BatchValidation.Check(request, item, kind.Update.And(new Member("id", Shape.Int)), (json, errors) =>
            EntityRules.Check(request.Account, kind, json, record, errors));
        return Answer.Ok(Update(request, kind, record.Id, item, index: 0));
    }

    private static JsonObject Update(EmulatorRequest request, EntityKind kind, long id, JsonObject item, int index)
    {
        var record = request.Account.Entities.Find(kind.Plural, id)!;
        EntityWriter.Update(request, record, item);
        var json = new JsonObject { ["id"] = id };
        if (kind.UpdateTellsName)
        {
            json["name"] = record.Name;
        }

        json["updated_at"] = record.Fields.Long("updated_at");
        if (kind.UpdateTellsRequestId)
        {
            json["request_id"] = BatchValidation.RequestId(item, index);
        }

        json["_links"] = request.Account.Self(record.Ref.ApiPath);
        return json;
    }

    private static Answer Delete(EmulatorRequest request, EntityKind kind) =>
        EntityBin.Delete(request.Account, new EntityRef(kind.Plural, request.Id()), request.UserId)
            ? Answer.NoContent
            : Problems.NotFound("Entity not found");
}
