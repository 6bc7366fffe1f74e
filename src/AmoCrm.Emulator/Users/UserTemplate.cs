namespace AmoCrm.Emulator.Users;

/// <summary>Read models of users and roles.</summary>
internal static class UserTemplate
{
    public static JsonObject User(long id, string name, string email, bool isAdmin, long? groupId = null, long? roleId = null, JsonArray? statusRights = null) => new()
    {
        ["id"] = id,
        ["name"] = name,
        ["email"] = email,
        ["lang"] = "ru",
        ["rights"] = UserRights(isAdmin, groupId, roleId, statusRights),
        ["uuid"] = $"00000000-0000-4000-8000-{id:d12}",
        ["amojo_id"] = $"00000000-0000-4000-9000-{id:d12}",
        ["user_rank"] = isAdmin ? "master" : "candidate",
        ["phone_number"] = null,
    };

    public static JsonObject Role(long id, string name, JsonArray statusRights) => new()
    {
        ["id"] = id,
        ["name"] = name,
        ["rights"] = Rights("A", statusRights),
    };

    private static JsonObject UserRights(bool isAdmin, long? groupId, long? roleId, JsonArray? statusRights)
    {
        var rights = Rights(isAdmin ? "A" : "G", statusRights);
        rights["catalog_rights"] = null;
        rights["is_admin"] = isAdmin;
        rights["is_free"] = false;
        rights["is_active"] = true;
        rights["group_id"] = groupId;
        rights["role_id"] = roleId;
        return rights;
    }

    private static JsonObject Rights(string letter, JsonArray? statusRights) => new()
    {
        ["leads"] = EntityRights(letter),
        ["contacts"] = EntityRights(letter),
        ["companies"] = EntityRights(letter),
        ["tasks"] = new JsonObject { ["edit"] = letter, ["delete"] = letter },
        ["mail_access"] = true,
        ["catalog_access"] = true,
        ["status_rights"] = statusRights,
    };

    // "add" knows A and D only: nobody adds for a group.
    private static JsonObject EntityRights(string letter) => new()
    {
        ["view"] = letter,
        ["edit"] = letter,
        ["add"] = "A",
        ["delete"] = letter,
        ["export"] = letter,
    };
}
