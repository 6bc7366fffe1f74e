namespace AmoCrm.Emulator.Links;

/// <summary>Links of one entity and of many: list, link, unlink.</summary>
internal static class LinkRoutes
{
    private static readonly Shape Metadata = Shape.ObjectOf(
        new Member("catalog_id", Shape.Int),
        new Member("quantity", Shape.Number),
        new Member("is_main", Shape.Flag),
        new Member("updated_by", Shape.Int),
        new Member("price_id", Shape.Int, Nullable: true));

    private static readonly Shape Item = Shape.ObjectOf(
        new Member("to_entity_id", Shape.Int, Required: true),
        new Member("to_entity_type", Shape.Choice(LinkRules.Targets), Required: true),
        new Member("metadata", Metadata, Nullable: true));

    private static readonly Shape MassItem = Item.And(new Member("entity_id", Shape.Int, Required: true));

    public static void Add(RouteTable routes, string type)
    {
        string[] filters = ["filter[to_entity_id]", "filter[to_entity_type]", "filter[to_catalog_id]"];
        routes.Get($"/api/v4/{type}/{{id}}/links", request => List(request, type, [request.Id()], isMass: false)).Query(filters).Paged();
        routes.Get($"/api/v4/{type}/links", request => ListMany(request, type)).Query(filters).Query("filter[entity_id]").Paged();
        routes.Post($"/api/v4/{type}/{{id}}/link", request => Connect(request, type, request.Id()));
        routes.Post($"/api/v4/{type}/link", request => Connect(request, type, ownId: null));
        routes.Post($"/api/v4/{type}/{{id}}/unlink", request => Disconnect(request, type, request.Id()));
        routes.Post($"/api/v4/{type}/unlink", request => Disconnect(request, type, ownId: null));
    }

    private static Answer ListMany(EmulatorRequest request, string type)
    {
        var ids = request.Query.Numbers("filter", "entity_id");
        return ids.Count == 0 ? Problems.BadRequest("filter[entity_id] is required") : List(request, type, ids, isMass: true);
    }

    private static Answer List(EmulatorRequest request, string type, IReadOnlyList<long> ids, bool isMass)
    {
        var toId = request.Query.Number("filter", "to_entity_id");
        var toType = request.Query.Scalar("filter", "to_entity_type");
        var catalogId = request.Query.Number("filter", "to_catalog_id");
        if (toId is null != toType is null)
        {
            return Problems.BadRequest("filter[to_entity_id] and filter[to_entity_type] go together");
        }

        var found = ids.Select(id => new EntityRef(type, id))
            .SelectMany(from => request.Account.Links.Of(from).Select(link => (From: from, To: link.FarEnd(from), Link: link)))
            .Where(item => (toId is null || (item.To.Id == toId && item.To.Type == toType)) && (catalogId is null || item.Link.CatalogId == catalogId))
            .Select(item => View(item.From, item.To, item.Link, withEntity: isMass));
        return Answer.Ok(request.Collection("links", found, withTotal: true));
    }

    private static Answer Connect(EmulatorRequest request, string type, long? ownId)
    {
        var items = Read(request, type, ownId);
        var linked = items.Select(item =>
        {
            var (from, to) = Ends(item, type, ownId);
            var link = LinkService.Connect(request.Account, from, to, item.Child("metadata").Long("updated_by") ?? request.UserId, item.Child("metadata"));
            return View(from, to, link, withEntity: true);
        }).ToList();
        return Answer.Ok(request.Collection("links", linked, withTotal: true));
    }

    private static Answer Disconnect(EmulatorRequest request, string type, long? ownId)
    {
        foreach (var item in Read(request, type, ownId))
        {
            var (from, to) = Ends(item, type, ownId);
            LinkService.Disconnect(request.Account, from, to, item.Child("metadata").Long("updated_by") ?? request.UserId);
        }

        return Answer.NoContent;
    }

    private static IReadOnlyList<JsonObject> Read(EmulatorRequest request, string type, long? ownId)
    {
        var items = request.Batch();
        BatchValidation.Check(request, items, ownId is null ? MassItem : Item, (item, errors) => CheckEnds(request.Account, item, type, ownId, errors));
        return items;
    }

    private static void CheckEnds(AccountState account, JsonObject item, string type, long? ownId, List<FieldError> errors)
    {
        var (from, to) = Ends(item, type, ownId);
        if (account.Entities.Find(from) is null)
        {
            errors.Add(FieldError.NotSupportedChoice("entity_id"));
        }

        if (!LinkRules.CanLink(type, to.Type))
        {
            errors.Add(FieldError.NotSupportedChoice("to_entity_type"));
        }
        else if (to.Type == "catalog_elements")
        {
            CheckElement(account, item, to, errors);
        }
        else if (account.Entities.Find(to) is null)
        {
            errors.Add(FieldError.NotSupportedChoice("to_entity_id"));
        }
    }

    private static void CheckElement(AccountState account, JsonObject item, EntityRef to, List<FieldError> errors)
    {
        if (item.Child("metadata").Long("catalog_id") is not { } catalogId)
        {
            errors.Add(FieldError.Missing("metadata.catalog_id"));
        }
        else if (account.Catalogs.FindElement(to.Id).Long("catalog_id") != catalogId)
        {
            errors.Add(FieldError.NotSupportedChoice("to_entity_id"));
        }
    }

    private static (EntityRef From, EntityRef To) Ends(JsonObject item, string type, long? ownId) =>
        (new EntityRef(type, ownId ?? item.Long("entity_id")!.Value), new EntityRef(item.Text("to_entity_type")!, item.Long("to_entity_id")!.Value));

    private static JsonObject View(EntityRef from, EntityRef to, Link link, bool withEntity)
    {
        var json = new JsonObject();
        if (withEntity)
        {
            json["entity_id"] = from.Id;
            json["entity_type"] = from.Type;
        }

        json["to_entity_id"] = to.Id;
        json["to_entity_type"] = to.Type;
        json["metadata"] = LinkView.Metadata(from, to, link);
        return json;
    }
}
