using AmoCrm.Emulator.Notes;

namespace AmoCrm.Emulator.Calls;

/// <summary><c>POST /api/v4/calls</c>: the only thing that calls can do. They are read as notes.</summary>
internal static class CallRoutes
{
    private static readonly string[] NoteParams = ["uniq", "duration", "source", "link", "phone", "call_responsible", "call_result", "call_status"];

    private static readonly Shape Item = Shape.ObjectOf(
        new Member("direction", Shape.Choice("inbound", "outbound"), Required: true),
        new Member("duration", Shape.Int, Required: true),
        new Member("source", Shape.Text, Required: true),
        new Member("phone", Shape.Text, Required: true),
        new Member("uniq", Shape.Text),
        new Member("link", Shape.Text),
        new Member("call_result", Shape.Text),
        new Member("call_status", Shape.Int),
        new Member("call_responsible", Shape.IntOrText, Nullable: true),
        new Member("responsible_user_id", Shape.Int),
        new Member("created_by", Shape.Int),
        new Member("updated_by", Shape.Int),
        new Member("created_at", Shape.Int),
        new Member("updated_at", Shape.Int),
        new Member("request_id", Shape.IntOrText));

    public static void Add(RouteTable routes) => routes.Post("/api/v4/calls", Create);

    private static Answer Create(EmulatorRequest request)
    {
        var items = request.Batch();
        BatchValidation.Check(request, items, Item, (item, errors) =>
        {
            if (item.Long("call_status") is < 1 or > 8)
            {
                errors.Add(FieldError.NotSupportedChoice("call_status"));
            }
        });
        var (calls, failures) = (new JsonArray(), new JsonArray());
        for (var index = 0; index < items.Count; index++)
        {
            var requestId = BatchValidation.RequestId(items[index], index);
            if (PhoneBook.FindTarget(request.Account, items[index].Text("phone")!) is { } target)
            {
                calls.Add((JsonNode)Log(request, target, items[index], requestId));
            }
            else
            {
                failures.Add((JsonNode)NotFound(requestId));
            }
        }

        var body = new JsonObject
        {
            ["_total_items"] = calls.Count,
            ["errors"] = failures,
            ["_embedded"] = new JsonObject { ["calls"] = calls },
        };
        return new Answer(calls.Count > 0 ? 200 : 400, body);
    }

    private static JsonObject Log(EmulatorRequest request, EntityRecord target, JsonObject item, JsonNode requestId)
    {
        var parameters = new JsonObject();
        foreach (var name in NoteParams.Where(item.Has))
        {
            parameters[name] = item[name]?.DeepClone();
        }

        var type = item.Text("direction") == "inbound" ? "call_in" : "call_out";
        var note = NoteWriter.Create(request, target.Ref, type, parameters, item);
        return new JsonObject
        {
            ["id"] = note.Id,
            ["entity_id"] = target.Id,
            ["entity_type"] = target.Kind.Singular,
            ["account_id"] = request.Account.Id,
            ["request_id"] = requestId,
            ["_embedded"] = new JsonObject
            {
                ["entity"] = new JsonObject { ["id"] = target.Id, ["_links"] = request.Account.Self(target.Ref.ApiPath) },
            },
        };
    }

    private static JsonObject NotFound(JsonNode requestId) => new()
    {
        ["code"] = 263,
        ["title"] = "Entity not found",
        ["detail"] = "Entity not found",
        ["status"] = 400,
        ["request_id"] = requestId,
    };
}
