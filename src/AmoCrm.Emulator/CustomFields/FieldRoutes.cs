namespace AmoCrm.Emulator.CustomFields;

/// <summary><c>/api/v4/{scope}/custom_fields</c>.</summary>
internal static class FieldRoutes
{
    public static void Add(RouteTable routes, string scope)
    {
        var path = $"/api/v4/{scope}/custom_fields";
        routes.Get(path, List).Paged().Query("filter[type]", "filter[id]", "order[sort]", "order[id]");
        routes.Get(path + "/{id}", Get);
        routes.Post(path, Create).Admin();
        routes.Patch(path, UpdateMany).Admin();
        routes.Patch(path + "/{id}", UpdateOne).Admin();
        routes.Delete(path + "/{id}", Delete).Admin();
    }

    private static Answer List(EmulatorRequest request)
    {
        var fields = request.Account.Fields.Of(Scope(request)).AsEnumerable();
        var types = request.Query.Values("filter", "type");
        var ids = request.Query.Numbers("filter", "id");
        if (types.Count > 0)
        {
            fields = fields.Where(field => types.Contains(field.Text("type"), StringComparer.Ordinal));
        }

        if (ids.Count > 0)
        {
            fields = fields.Where(field => ids.Contains(field.Long("id")!.Value));
        }

        var views = Ordering.Apply(request.Query, fields.OrderBy(field => field.Long("id")), "sort", "id").Select(field => (JsonNode?)field.Copy()).ToList();
        return request.CountedPage("custom_fields", views, request.Behaviour.CustomFieldsPageMax);
    }

    private static Answer Get(EmulatorRequest request) =>
        request.Account.Fields.Find(Scope(request), request.Id()) is { } field
            ? Answer.Ok(field.Copy())
            : MissingObjects.Answer(request, "Custom field not found");

    private static Answer Create(EmulatorRequest request)
    {
        var scope = Scope(request);
        var items = request.Batch();
        BatchValidation.Check(request, items, FieldShapes.Create(scope), (item, errors) => FieldRules.Check(scope, item, errors));
        var created = items.Select((item, index) => View(FieldWriter.Create(request.Account, scope, item), item, index));
        return Answer.Created(request.Collection("custom_fields", created, withTotal: true));
    }

    private static Answer UpdateMany(EmulatorRequest request)
    {
        var scope = Scope(request);
        var items = request.Batch();
        BatchValidation.Check(request, items, FieldShapes.Update(scope).And(new Member("id", Shape.Int, Required: true)), (item, errors) =>
        {
            var field = request.Account.Fields.Find(scope, item.Long("id")!.Value);
            FieldRules.CheckUpdate(field, item, errors);
        });
        var updated = items.Select((item, index) =>
            View(FieldWriter.Update(request.Account, request.Account.Fields.Find(scope, item.Long("id")!.Value)!, item), item, index));
        return Answer.Created(request.Collection("custom_fields", updated, withTotal: true));
    }

    private static Answer UpdateOne(EmulatorRequest request)
    {
        var scope = Scope(request);
        var item = request.Object();
        if (request.Account.Fields.Find(scope, request.Id()) is not { } field)
        {
            return MissingObjects.Answer(request, "Custom field not found");
        }

        BatchValidation.Check(request, item, FieldShapes.Update(scope).And(new Member("id", Shape.Int)), (json, errors) => FieldRules.CheckUpdate(field, json, errors));
        return Answer.Created(View(FieldWriter.Update(request.Account, field, item), item, 0));
    }

    private static Answer Delete(EmulatorRequest request)
    {
        var scope = Scope(request);
        if (request.Account.Fields.Find(scope, request.Id()) is not { } field)
        {
            return Problems.NotFound("Custom field not found");
        }

        if (field.Flag("is_deletable") == false)
        {
            return Problems.BadRequest("This field can not be deleted");
        }

        request.Account.Fields.Of(scope).Remove(field);
        request.Account.Entities.ForgetField(scope, request.Id());
        return Answer.NoContent;
    }

    private static JsonObject View(JsonObject field, JsonObject item, int index)
    {
        var view = field.Copy();
        view["request_id"] = BatchValidation.RequestId(item, index);
        return view;
    }

    private static string Scope(EmulatorRequest request)
    {
        const string Prefix = "/api/v4/";
        var end = request.Path.IndexOf("/custom_fields", StringComparison.Ordinal);
        var scope = request.Path[Prefix.Length..end];
        if (request.RouteValues.TryGetValue("catalog", out var catalog)
            && request.Account.Catalogs.Find(long.Parse(catalog, CultureInfo.InvariantCulture)) is null)
        {
            throw new ProblemException(MissingObjects.Answer(request, "Catalog not found"));
        }

        return scope;
    }
}
