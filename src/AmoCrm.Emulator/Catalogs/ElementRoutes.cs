namespace AmoCrm.Emulator.Catalogs;

/// <summary>The elements of a list.</summary>
internal static class ElementRoutes
{
    private static readonly string[] With = ["invoice_link", "supplier_field_values"];

    private static readonly Shape UpdateItem = Shape.ObjectOf(
        new Member("name", Shape.Text),
        new Member("custom_fields_values", FieldValueReader.Shape, Nullable: true),
        new Member("request_id", Shape.IntOrText));

    private static readonly Shape CreateItem = UpdateItem.Requiring("name");

    public static void Add(RouteTable routes, string path)
    {
        routes.Get(path, List).Paged().With(With).Query("query", "filter[id]", "id");
        routes.Get(path + "/{id}", Get).With(With);
        routes.Post(path, Create);
        routes.Patch(path, UpdateMany);
        routes.Patch(path + "/{id}", UpdateOne);
    }

    private static Answer List(EmulatorRequest request)
    {
        var elements = request.Account.Catalogs.ElementsOf(CatalogId(request));
        if (FilteredIds(request) is { Count: > 0 } ids)
        {
            elements = elements.Where(element => ids.Contains(element.Id));
        }

        if (request.Query.Scalar("query") is { } query)
        {
            elements = elements.Where(element => EntitySearch.Matches(element.Name, element.Values, query));
        }

        return request.Page("elements", elements, element => View(request, element));
    }

    /// <summary>By <c>filter[id]</c> or by top-level <c>id</c>: open question 9.</summary>
    private static List<long> FilteredIds(EmulatorRequest request)
    {
        var form = request.Behaviour.ElementIdFilter;
        IEnumerable<long> filter = form == ElementIdFilter.TopLevel ? [] : request.Query.Numbers("filter", "id");
        IEnumerable<long> topLevel = form == ElementIdFilter.Filter ? [] : request.Query.Numbers("id");
        return filter.Concat(topLevel).ToList();
    }

    private static Answer Get(EmulatorRequest request) =>
        request.Account.Catalogs.Find(CatalogId(request), request.Id()) is { } element
            ? Answer.Ok(View(request, element))
            : MissingObjects.Answer(request, "Element not found");

    private static Answer Create(EmulatorRequest request)
    {
        var catalogId = CatalogId(request);
        return BatchCreation.Run(
            request,
            "elements",
            CreateItem,
            (item, errors) => FieldValueReader.Read(request.Account, Scope(catalogId), item, errors),
            (item, requestId) =>
            {
                var element = Create(request.Account, request.Account.Ids.Next("elements"), catalogId, item.Text("name")!, request.UserId);
                Apply(request.Account, element, item);
                return View(request, element, requestId);
            });
    }

    public static Element Create(AccountState account, long id, long catalogId, string name, long userId)
    {
        var now = account.Clock.GetUtcNow().ToUnixTimeSeconds();
        var element = new Element(new JsonObject
        {
            ["id"] = id,
            ["name"] = name,
            ["created_by"] = userId,
            ["updated_by"] = userId,
            ["created_at"] = now,
            ["updated_at"] = now,
            ["is_deleted"] = null,
            ["custom_fields_values"] = null,
            ["catalog_id"] = catalogId,
            ["account_id"] = account.Id,
        });
        account.Catalogs.Add(element);
        return element;
    }

    public static void Apply(AccountState account, Element element, JsonObject item)
    {
        if (item.Text("name") is { } name)
        {
            element.Fields["name"] = name;
        }

        foreach (var change in FieldValueReader.Read(account, Scope(element.CatalogId), item, []))
        {
            element.Values.Apply(change);
        }
    }

    private static Answer UpdateMany(EmulatorRequest request)
    {
        var catalogId = CatalogId(request);
        var items = request.Batch();
        BatchValidation.Check(request, items, UpdateItem.And(new Member("id", Shape.Int, Required: true)), (item, errors) =>
        {
            if (request.Account.Catalogs.Find(catalogId, item.Long("id")!.Value) is null)
            {
                errors.Add(FieldError.NotSupportedChoice("id"));
            }

            FieldValueReader.Read(request.Account, Scope(catalogId), item, errors);
        });
        var updated = items.Select((item, index) =>
            Update(request, request.Account.Catalogs.Find(catalogId, item.Long("id")!.Value)!, item, BatchValidation.RequestId(item, index)));
        return Answer.Ok(request.Collection("elements", updated));
    }

    /// <summary>The request id of a single update is the id of the element, as text.</summary>
    private static Answer UpdateOne(EmulatorRequest request)
    {
        var item = request.Object();
        if (request.Account.Catalogs.Find(CatalogId(request), request.Id()) is not { } element)
        {
            return Problems.Validation([ItemErrors.Of(request, item, 0, [FieldError.NotSupportedChoice("id")])]);
        }

        BatchValidation.Check(request, item, UpdateItem.And(new Member("id", Shape.Int)), (json, errors) =>
            FieldValueReader.Read(request.Account, Scope(element.CatalogId), json, errors));
        return Answer.Ok(Update(request, element, item, item["request_id"]?.DeepClone() ?? element.Fields.Text("id")));
    }

    private static JsonObject Update(EmulatorRequest request, Element element, JsonObject item, JsonNode? requestId)
    {
        element.Fields["updated_at"] = request.Now;
        element.Fields["updated_by"] = request.UserId;
        Apply(request.Account, element, item);
        return View(request, element, requestId);
    }

    private static JsonObject View(EmulatorRequest request, Element element, JsonNode? requestId = null)
    {
        var json = element.Fields.Copy();
        json["is_deleted"] = request.Behaviour.ElementIsDeletedNull ? null : false;
        json["custom_fields_values"] = element.Values.View(request.Behaviour);
        if (requestId is not null)
        {
            json["request_id"] = requestId;
        }

        var isInvoice = request.Account.Catalogs.Find(element.CatalogId).Text("type") == "invoices";
        if (request.With.Contains("invoice_link") || (isInvoice && requestId is not null))
        {
            json["invoice_link"] = isInvoice ? $"https://pay.example.com/{element.Id}" : null;
        }

        json["_links"] = request.Account.Self($"catalogs/{element.CatalogId}/elements/{element.Id}");
        return json;
    }

    private static long CatalogId(EmulatorRequest request) => CatalogRoutes.Require(request).Long("id")!.Value;

    private static string Scope(long catalogId) => $"catalogs/{catalogId}";
}
