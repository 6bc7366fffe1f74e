namespace AmoCrm.Emulator.Catalogs;

/// <summary><c>/api/v4/catalogs</c>.</summary>
internal static class CatalogRoutes
{
    private const string Path = "/api/v4/catalogs";
    private const int MaxCatalogs = 10;

    private static readonly string[] Plain = ["name", "can_add_elements", "can_link_multiple"];

    private static readonly Shape UpdateItem = Shape.ObjectOf(
        new Member("name", Shape.Text),
        new Member("can_add_elements", Shape.Flag),
        new Member("can_link_multiple", Shape.Flag),
        new Member("request_id", Shape.IntOrText));

    private static readonly Shape CreateItem = UpdateItem.Requiring("name").And(
        new Member("type", Shape.Choice("regular", "invoices", "products", "suppliers")),
        new Member("sort", Shape.Int));

    public static void Add(RouteTable routes)
    {
        routes.Get(Path, List).Paged().Query("type");
        routes.Get(Path + "/{catalog}", Get);
        routes.Post(Path, Create);
        routes.Patch(Path, UpdateMany);
        routes.Patch(Path + "/{catalog}", UpdateOne);
        ElementRoutes.Add(routes, Path + "/{catalog}/elements");
    }

    public static JsonObject Require(EmulatorRequest request) =>
        request.Account.Catalogs.Find(request.Id("catalog"))
        ?? throw new ProblemException(MissingObjects.Answer(request, "Catalog not found"));

    private static JsonObject Create(EmulatorRequest request, JsonObject item)
    {
        var account = request.Account;
        var id = account.Ids.Next("catalogs");
        var type = item.Text("type") ?? "regular";
        var catalog = CatalogTemplate.Add(account, id, item.Text("name")!, type, item.Long("sort") ?? (account.Catalogs.All.Count + 1) * 10, request.UserId);
        if (type == "products")
        {
            CatalogTemplate.AddProductFields(account, id, () => account.Ids.Next("custom_fields"));
        }

        return catalog;
    }

    private static Answer List(EmulatorRequest request)
    {
        var type = request.Query.Scalar("type");
        var catalogs = request.Account.Catalogs.All.Where(catalog => type is null || catalog.Text("type") == type).OrderBy(catalog => catalog.Long("sort"));
        return request.Page("catalogs", catalogs.ToList(), catalog => View(request, catalog));
    }

    private static Answer Get(EmulatorRequest request) => Answer.Ok(View(request, Require(request)));

    private static Answer Create(EmulatorRequest request)
    {
        var items = request.Batch();
        BatchValidation.Check(request, items, CreateItem, (item, errors) =>
        {
            // There is one list of invoices and one of products.
            if (item.Text("type") is "invoices" or "products" && request.Account.Catalogs.All.Exists(catalog => catalog.Text("type") == item.Text("type")))
            {
                errors.Add(FieldError.NotSupportedChoice("type"));
            }
        });
        if (request.Account.Catalogs.All.Count + items.Count > MaxCatalogs)
        {
            return Problems.BadRequest($"An account has at most {MaxCatalogs} lists");
        }

        var created = items.Select((item, index) =>
        {
            var catalog = Create(request, item);
            Copy(catalog, item);
            return View(request, catalog, BatchValidation.RequestId(item, index));
        });
        return Answer.Ok(request.Collection("catalogs", created));
    }

    private static Answer UpdateMany(EmulatorRequest request)
    {
        var items = request.Batch();
        BatchValidation.Check(request, items, UpdateItem.And(new Member("id", Shape.Int, Required: true)), (item, errors) =>
        {
            if (request.Account.Catalogs.Find(item.Long("id")!.Value) is null)
            {
                errors.Add(FieldError.NotSupportedChoice("id"));
            }
        });
        var updated = items.Select((item, index) =>
            Update(request, request.Account.Catalogs.Find(item.Long("id")!.Value)!, item, BatchValidation.RequestId(item, index)));
        return Answer.Ok(request.Collection("catalogs", updated));
    }

    /// <summary>The request id of a single update is the id of the list, as text.</summary>
    private static Answer UpdateOne(EmulatorRequest request)
    {
        var item = request.Object();
        var catalog = Require(request);
        BatchValidation.Check(request, item, UpdateItem.And(new Member("id", Shape.Int)));
        return Answer.Ok(Update(request, catalog, item, item["request_id"]?.DeepClone() ?? catalog.Text("id")));
    }

    private static JsonObject Update(EmulatorRequest request, JsonObject catalog, JsonObject item, JsonNode? requestId)
    {
        catalog["updated_at"] = request.Now;
        catalog["updated_by"] = request.UserId;
        Copy(catalog, item);
        return View(request, catalog, requestId);
    }

    private static void Copy(JsonObject catalog, JsonObject item)
    {
        foreach (var name in Plain.Where(item.Has))
        {
            catalog[name] = item[name]!.DeepClone();
        }
    }

    private static JsonObject View(EmulatorRequest request, JsonObject catalog, JsonNode? requestId = null)
    {
        var json = catalog.Copy();
        if (requestId is not null)
        {
            json["request_id"] = requestId;
        }

        json["_links"] = request.Account.Self($"catalogs/{catalog.Long("id")}");
        return json;
    }
}
