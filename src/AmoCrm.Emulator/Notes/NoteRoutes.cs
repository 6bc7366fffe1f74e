namespace AmoCrm.Emulator.Notes;

/// <summary>Notes of an entity type and of one entity.</summary>
internal static class NoteRoutes
{
    private static readonly Shape CreateItem = Shape.ObjectOf(
        new Member("note_type", Shape.Text, Required: true),
        new Member("params", Shape.Any, Required: true),
        new Member("created_by", Shape.Int),
        new Member("updated_by", Shape.Int),
        new Member("responsible_user_id", Shape.Int),
        new Member("created_at", Shape.Int),
        new Member("updated_at", Shape.Int),
        new Member("is_need_to_trigger_digital_pipeline", Shape.Flag),
        new Member("request_id", Shape.IntOrText));

    private static readonly Shape UpdateItem = Shape.ObjectOf(
        new Member("id", Shape.Int),
        new Member("entity_id", Shape.Int),
        new Member("note_type", Shape.Text, Required: true),
        new Member("params", Shape.Any, Required: true),
        new Member("request_id", Shape.IntOrText));

    public static void Add(RouteTable routes, string type)
    {
        string[] keys = ["filter[id]", "filter[note_type]", "filter[updated_at]", "filter[updated_at][from]", "filter[updated_at][to]", "order[updated_at]", "order[id]"];
        var (all, one) = ($"/api/v4/{type}/notes", $"/api/v4/{type}/{{entity}}/notes");
        routes.Get(all, request => List(request, type)).Paged().With("is_pinned").Query(keys).Query("filter[entity_id]");
        routes.Get(one, request => List(request, type)).Paged().With("is_pinned").Query(keys);
        routes.Get(all + "/{id}", request => Get(request, type)).With("is_pinned");
        routes.Get(one + "/{id}", request => Get(request, type)).With("is_pinned");
        routes.Post(all, request => Create(request, type));
        routes.Post(one, request => Create(request, type));
        routes.Patch(all, request => UpdateMany(request, type));
        routes.Patch(one, request => UpdateMany(request, type));
        routes.Patch(all + "/{id}", request => UpdateOne(request, type));
        routes.Patch(one + "/{id}", request => UpdateOne(request, type));
    }

    private static Answer List(EmulatorRequest request, string type)
    {
        var query = request.Query;
        var entityIds = OwnEntity(request) is { } own ? [own] : query.Numbers("filter", "entity_id");
        var ids = query.Numbers("filter", "id");
        var types = query.Values("filter", "note_type");
        var notes = request.Account.Notes.Of(type).Where(note =>
            request.Account.Entities.Find(note.Entity) is not null
            && (entityIds.Count == 0 || entityIds.Contains(note.Entity.Id))
            && (ids.Count == 0 || ids.Contains(note.Id))
            && (types.Count == 0 || types.Contains(note.Type, StringComparer.Ordinal))
            && TimeFilter.Matches(query, note.Fields.Long("updated_at"), "filter", "updated_at"));
        var ordered = Ordering.Apply(query, notes, note => note.Fields, "updated_at", "id");
        return request.Page("notes", ordered, note => View(request, note));
    }

    private static Answer Get(EmulatorRequest request, string type) =>
        Find(request, type, request.Id()) is { } note ? Answer.Ok(View(request, note)) : MissingObjects.Answer(request, "Note not found");

    private static Answer Create(EmulatorRequest request, string type)
    {
        var own = OwnEntity(request);
        var items = request.Batch();
        var shape = own is null ? CreateItem.And(new Member("entity_id", Shape.Int, Required: true)) : CreateItem.And(new Member("entity_id", Shape.Int));
        BatchValidation.Check(request, items, shape, (item, errors) =>
        {
            if (request.Account.Entities.Find(type, own ?? item.Long("entity_id")!.Value) is null)
            {
                errors.Add(FieldError.NotSupportedChoice("entity_id"));
            }

            CheckParams(item, item.Text("note_type")!, errors);
        });
        var created = items.Select((item, index) =>
        {
            var entity = new EntityRef(type, own ?? item.Long("entity_id")!.Value);
            var note = NoteWriter.Create(request, entity, item.Text("note_type")!, item.Child("params"), item);
            return new JsonObject
            {
                ["id"] = note.Id,
                ["entity_id"] = entity.Id,
                ["request_id"] = BatchValidation.RequestId(item, index),
                ["_links"] = request.Account.Self(note.ApiPath),
            };
        });
        request.Counter?.AddCreated("notes", items.Count);
        return Answer.Ok(request.Collection("notes", created));
    }

    private static Answer UpdateMany(EmulatorRequest request, string type)
    {
        var items = request.Batch();
        BatchValidation.Check(request, items, UpdateItem.Requiring("id"), (item, errors) =>
        {
            if (Find(request, type, item.Long("id")!.Value) is null)
            {
                errors.Add(FieldError.NotSupportedChoice("id"));
            }

            CheckParams(item, item.Text("note_type")!, errors);
        });
        return Answer.Ok(request.Collection("notes", items.Select(item => Update(request, Find(request, type, item.Long("id")!.Value)!, item))));
    }

    private static Answer UpdateOne(EmulatorRequest request, string type)
    {
        var item = request.Object();
        if (Find(request, type, request.Id()) is not { } note)
        {
            return Problems.Validation([ItemErrors.Of(request, item, 0, [FieldError.NotSupportedChoice("id")])]);
        }

        BatchValidation.Check(request, item, UpdateItem.AllOptional(), (json, errors) =>
        {
            if (json.Has("params"))
            {
                CheckParams(json, json.Text("note_type") ?? note.Type, errors);
            }
        });
        return Answer.Ok(Update(request, note, item));
    }

    private static void CheckParams(JsonObject item, string type, List<FieldError> errors)
    {
        if (NoteTypes.ParamsOf(type) is not { } shape)
        {
            errors.Add(FieldError.NotSupportedChoice("note_type"));
            return;
        }

        ShapeValidator.Check(item["params"], shape, "params", errors);
    }

    private static JsonObject Update(EmulatorRequest request, Note note, JsonObject item)
    {
        note.Fields["updated_at"] = request.Now;
        note.Fields["updated_by"] = request.UserId;
        if (item.Text("note_type") is { } type)
        {
            note.Fields["note_type"] = type;
        }

        if (item.Child("params") is { } parameters)
        {
            note.Fields["params"] = parameters.DeepClone();
        }

        return new JsonObject
        {
            ["id"] = note.Id,
            ["entity_id"] = note.Entity.Id,
            ["updated_at"] = note.Fields.Long("updated_at"),
            ["_links"] = request.Account.Self(note.ApiPath),
        };
    }

    private static Note? Find(EmulatorRequest request, string type, long id) =>
        request.Account.Notes.Find(type, id) is { } note && (OwnEntity(request) is not { } own || note.Entity.Id == own) ? note : null;

    private static long? OwnEntity(EmulatorRequest request) => request.RouteValues.ContainsKey("entity") ? request.Id("entity") : null;

    private static JsonObject View(EmulatorRequest request, Note note)
    {
        var json = note.Fields.Copy();
        if (request.With.Contains("is_pinned"))
        {
            json["is_pinned"] = false;
        }

        json["_links"] = request.Account.Self(note.ApiPath);
        return json;
    }
}
