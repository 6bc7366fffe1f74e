namespace AmoCrm.Emulator.Users;

/// <summary><c>/api/v4/users</c> and <c>/api/v4/roles</c>: reading, for administrators.</summary>
internal static class UserRoutes
{
    private static readonly string[] OptionalMembers = ["uuid", "amojo_id", "user_rank", "phone_number"];

    private static readonly string[] With = ["role", "group", "uuid", "amojo_id", "user_rank", "phone_number"];

    public static void Add(RouteTable routes)
    {
        routes.Get("/api/v4/users", List).Paged().With(With).Admin();
        routes.Get("/api/v4/users/{id}", Get).With(With).Admin();
        routes.Get("/api/v4/roles", ListRoles).Paged().With("users").Admin();
        routes.Get("/api/v4/roles/{id}", GetRole).With("users").Admin();
    }

    private static Answer List(EmulatorRequest request) =>
        request.CountedPage("users", request.Account.Users.Users.Select(user => (JsonNode?)View(request, user)).ToList());

    private static Answer Get(EmulatorRequest request) =>
        request.Account.Users.Find(request.Id()) is { } user ? Answer.Ok(View(request, user)) : MissingObjects.Answer(request, "User not found");

    private static Answer ListRoles(EmulatorRequest request) =>
        request.CountedPage("roles", request.Account.Users.Roles.Select(role => (JsonNode?)RoleView(request, role)).ToList());

    private static Answer GetRole(EmulatorRequest request) =>
        request.Account.Users.Roles.Find(role => role.Long("id") == request.Id()) is { } role
            ? Answer.Ok(RoleView(request, role))
            : MissingObjects.Answer(request, "Role not found");

    private static JsonObject View(EmulatorRequest request, JsonObject user)
    {
        var json = user.Copy();
        foreach (var name in OptionalMembers.Where(name => !request.With.Contains(name)))
        {
            json.Remove(name);
        }

        json["_links"] = request.Account.Self($"users/{user.Long("id")}");
        var roles = new JsonArray();
        var groups = new JsonArray();
        var rights = user.Child("rights");
        if (request.With.Contains("role") && request.Account.Users.Roles.Find(role => role.Long("id") == rights.Long("role_id")) is { } role)
        {
            roles.Add((JsonNode)new JsonObject
            {
                ["id"] = role.Long("id"),
                ["name"] = role.Text("name"),
                ["_links"] = request.Account.Self($"roles/{role.Long("id")}"),
            });
        }

        if (request.With.Contains("group") && request.Account.Users.Groups.Find(group => group.Long("id") == (rights.Long("group_id") ?? 0)) is { } group)
        {
            groups.Add((JsonNode)new JsonObject { ["id"] = group.Long("id"), ["name"] = group.Text("name") });
        }

        json["_embedded"] = new JsonObject { ["roles"] = roles, ["groups"] = groups };
        return json;
    }

    private static JsonObject RoleView(EmulatorRequest request, JsonObject role)
    {
        var json = role.Copy();
        json["_links"] = request.Account.Self($"roles/{role.Long("id")}");
        if (request.With.Contains("users"))
        {
            var members = request.Account.Users.Users.Where(user => user.Child("rights").Long("role_id") == role.Long("id"));
            json["_embedded"] = new JsonObject { ["users"] = JsonReading.Array(members.Select(user => new JsonObject { ["id"] = user.Long("id") })) };
        }

        return json;
    }
}
