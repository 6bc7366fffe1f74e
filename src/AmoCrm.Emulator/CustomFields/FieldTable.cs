namespace AmoCrm.Emulator.CustomFields;

/// <summary>The custom fields of an account by scope: <c>leads</c>, <c>customers/segments</c>, <c>catalogs/9001</c>.</summary>
internal sealed class FieldTable(AccountState account)
{
    private readonly Dictionary<string, List<JsonObject>> _scopes = new(StringComparer.Ordinal);

    public List<JsonObject> Of(string scope)
    {
        if (!_scopes.TryGetValue(scope, out var fields))
        {
            _scopes[scope] = fields = [];
        }

        return fields;
    }

    public JsonObject? Find(string scope, long id) => Of(scope).Find(field => field.Long("id") == id);

    public JsonObject? Find(string scope, string code) => Of(scope).Find(field => field.Text("code") == code);

    /// <summary>Makes the field with every key that its scope shows.</summary>
    public JsonObject Add(string scope, long id, string type, string name, string? code = null, bool isPredefined = false, long? sort = null)
    {
        var fields = Of(scope);
        var field = FieldTemplate.Create(account, scope, id, type, name, code, isPredefined, sort ?? ((fields.Count + 1) * 10) + 500);
        fields.Add(field);
        return field;
    }

    /// <summary>Adds an enum value to a field.</summary>
    public void AddEnum(JsonObject field, string value, string? code = null, long? id = null)
    {
        if (field["enums"] is not JsonArray enums)
        {
            field["enums"] = enums = [];
        }

        var enumId = id is { } known ? account.Ids.Take("enums", known) : account.Ids.Next("enums");
        enums.Add(new JsonObject { ["id"] = enumId, ["value"] = value, ["sort"] = enums.Count + 1, ["code"] = code });
    }
}
