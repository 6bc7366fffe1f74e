namespace AmoCrm.Emulator.Webhooks;

/// <summary><c>/api/v4/webhooks</c>: single objects, upsert by destination, deletion with a body.</summary>
internal static class WebhookRoutes
{
    private const string Path = "/api/v4/webhooks";
    private const int MaxWebhooks = 100;

    private static readonly string[] Codes =
    [
        "responsible_lead", "responsible_contact", "responsible_company", "responsible_customer", "responsible_task", "restore_lead", "restore_contact",
        "restore_company", "add_lead", "add_contact", "add_company", "add_customer", "add_talk", "add_task", "update_lead", "update_contact",
        "update_company", "update_customer", "update_talk", "update_task", "delete_lead", "delete_contact", "delete_company", "delete_customer",
        "delete_task", "status_lead", "note_lead", "note_contact", "note_company", "note_customer", "add_chat_template_review", "add_message",
        "add_outgoing_message",
    ];

    private static readonly Shape Subscription = Shape.ObjectOf(
        new Member("destination", Shape.Text, Required: true),
        new Member("settings", Shape.ListOf(Shape.Choice(Codes)), Required: true),
        new Member("sort", Shape.Int));

    private static readonly Shape Destination = Shape.ObjectOf(new Member("destination", Shape.Text, Required: true));

    public static void Add(RouteTable routes)
    {
        routes.Get(Path, List).Query("filter[destination]").Admin();
        routes.Post(Path, Upsert).Admin();
        routes.Delete(Path, Delete).Admin();
    }

    private static Answer List(EmulatorRequest request)
    {
        var destination = request.Query.Scalar("filter", "destination");
        var webhooks = request.Account.Webhooks.All.Where(webhook => destination is null || webhook.Text("destination") == destination).ToList();
        return webhooks.Count == 0
            ? Answer.NoContent
            : Answer.Ok(request.Collection("webhooks", webhooks.Select(webhook => webhook.Copy()), withTotal: true, withLinks: false));
    }

    private static Answer Upsert(EmulatorRequest request)
    {
        var item = request.Object();
        BatchValidation.Check(request, item, Subscription, CheckDestination);
        var webhook = request.Account.Webhooks.Find(item.Text("destination")!);
        if (webhook is null)
        {
            if (request.Account.Webhooks.All.Count >= MaxWebhooks)
            {
                return Problems.Unprocessable($"An account has at most {MaxWebhooks} webhooks");
            }

            webhook = Create(request, item);
        }

        webhook["updated_at"] = request.Now;
        webhook["settings"] = item["settings"]!.DeepClone();
        webhook["sort"] = item.Long("sort") ?? webhook.Long("sort");
        if (request.Behaviour.WebhookRepostEnables)
        {
            webhook["disabled"] = false;
        }

        return Answer.Created(webhook.Copy());
    }

    private static JsonObject Create(EmulatorRequest request, JsonObject item)
    {
        var webhook = new JsonObject
        {
            ["id"] = request.Account.Ids.Next("webhooks"),
            ["destination"] = item.Text("destination"),
            ["created_at"] = request.Now,
            ["updated_at"] = request.Now,
            ["account_id"] = request.Account.Id,
            ["created_by"] = request.UserId,
            ["sort"] = request.Account.Webhooks.All.Count + 1,
            ["disabled"] = false,
            ["settings"] = new JsonArray(),
        };
        request.Account.Webhooks.All.Add(webhook);
        return webhook;
    }

    private static Answer Delete(EmulatorRequest request)
    {
        var item = request.Object();
        BatchValidation.Check(request, item, Destination);
        return request.Account.Webhooks.Find(item.Text("destination")!) is { } webhook && request.Account.Webhooks.All.Remove(webhook)
            ? Answer.NoContent
            : Problems.NotFound("Webhook not found");
    }

    private static void CheckDestination(JsonObject item, List<FieldError> errors)
    {
        if (!Uri.TryCreate(item.Text("destination"), UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
        {
            errors.Add(new FieldError("InvalidUrl", "destination", "This value is not a valid URL."));
        }

        if (item["settings"] is JsonArray { Count: 0 })
        {
            errors.Add(new FieldError("NotBlank", "settings", "This value should not be blank."));
        }
    }
}
