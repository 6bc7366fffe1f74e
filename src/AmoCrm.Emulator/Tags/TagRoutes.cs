namespace AmoCrm.Emulator.Tags;

/// <summary><c>/api/v4/{entity_type}/tags</c>.</summary>
internal static class TagRoutes
{
    private static readonly string[] Colors =
    [
        "EBEBEB", "D0D0D0", "F2DDF7", "D1A4DC", "FF8F92", "FFC8C8", "C7DB8C", "DDEBB5", "8699DA", "AABDFF", "FFCE5A", "FFE193", "90CDB0", "C6F4DE",
        "A9A5D7", "D8D5FF", "86C0FC", "832161", "6A0F49", "0C7C59", "10599D", "9D2B32", "247BA0",
    ];

    public static void Add(RouteTable routes, string entityType)
    {
        var shape = Shape.ObjectOf(
            new Member("name", Shape.Text, Required: true),
            new Member("color", Shape.Choice(Colors), Nullable: true),
            new Member("request_id", Shape.IntOrText));
        routes.Get($"/api/v4/{entityType}/tags", request => List(request, entityType)).Paged().Query("filter[name]", "filter[id]", "query");
        routes.Post($"/api/v4/{entityType}/tags", request => Create(request, entityType, shape));
    }

    private static Answer List(EmulatorRequest request, string entityType)
    {
        var tags = request.Account.Tags.Of(entityType).AsEnumerable();
        if (request.Query.Scalar("filter", "name") is { } name)
        {
            tags = tags.Where(tag => tag.Text("name") == name);
        }

        if (request.Query.Numbers("filter", "id") is { Count: > 0 } ids)
        {
            tags = tags.Where(tag => ids.Contains(tag.Long("id")!.Value));
        }

        if (request.Query.Scalar("query") is { } query)
        {
            tags = tags.Where(tag => tag.Text("name")!.Contains(query, StringComparison.OrdinalIgnoreCase));
        }

        return request.Page("tags", tags.ToList(), tag => tag.Copy());
    }

    private static Answer Create(EmulatorRequest request, string entityType, Shape shape)
    {
        var items = request.Batch();
        BatchValidation.Check(request, items, shape, (item, errors) =>
        {
            // Only tags of leads have colours.
            if (entityType != "leads" && item.Text("color") is not null)
            {
                errors.Add(FieldError.NotSupportedChoice("color"));
            }
        });
        var created = items.Select((item, index) =>
        {
            var tag = request.Account.Tags.GetOrAdd(entityType, item.Text("name")!, item.Text("color")).Copy();
            tag["request_id"] = BatchValidation.RequestId(item, index);
            return tag;
        });
        return Answer.Ok(request.Collection("tags", created, withTotal: true, withLinks: false));
    }
}
