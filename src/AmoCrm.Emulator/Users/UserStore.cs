namespace AmoCrm.Emulator.Users;

/// <summary>Users, their groups and roles, and the account's task types.</summary>
internal sealed class UserStore
{
    public List<JsonObject> Users { get; } = [];

    public List<JsonObject> Roles { get; } = [];

    public List<JsonObject> Groups { get; } = [];

    public List<JsonObject> TaskTypes { get; } = [];

    public JsonObject? Find(long id) => Users.Find(user => user.Long("id") == id);

    public JsonObject Admin => Users.First(user => user.Child("rights").Flag("is_admin") == true);

    public bool IsAdmin(long id) => Find(id).Child("rights").Flag("is_admin") == true;

    /// <summary>The group of a user; 0 is the default group.</summary>
    public long GroupOf(long userId) => Find(userId).Child("rights").Long("group_id") ?? 0;

    public bool HasTaskType(long id) => TaskTypes.Exists(type => type.Long("id") == id);
}
