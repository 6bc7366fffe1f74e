namespace AmoCrm.Emulator.CustomFields;

/// <summary>A new field with the keys that its scope shows (catalogue 1.16, field model).</summary>
internal static class FieldTemplate
{
    public static JsonObject Create(AccountState account, string scope, long id, string type, string name, string? code, bool isPredefined, long sort)
    {
        var isCatalog = scope.StartsWith("catalogs/", StringComparison.Ordinal);
        var field = new JsonObject
        {
            ["id"] = id,
            ["name"] = name,
            ["type"] = type,
            ["account_id"] = account.Id,
            ["code"] = code,
            ["sort"] = sort,
            ["is_api_only"] = false,
            ["enums"] = null,
            ["settings"] = null,
        };
        if (isCatalog)
        {
            field["catalog_id"] = long.Parse(scope["catalogs/".Length..], CultureInfo.InvariantCulture);
            field["is_visible"] = true;
            field["is_required"] = false;
            field["nested"] = null;
            field["search_in"] = null;
        }
        else
        {
            field["group_id"] = null;
            field["required_statuses"] = new JsonArray();
            field["is_predefined"] = isPredefined;
            field["remind"] = type == "birthday" ? "never" : null;
            field["currency"] = type == "monetary" ? "RUB" : null;
        }

        if (scope == "leads")
        {
            field["is_computed"] = false;
            field["hidden_statuses"] = new JsonArray();
        }

        if (type == "chained_list")
        {
            field["chained_lists"] = new JsonArray();
        }

        if (type == "tracking_data")
        {
            field["tracking_callback"] = null;
        }

        field["is_deletable"] = !isPredefined;
        field["entity_type"] = EntityType(scope);
        field["_links"] = account.Self($"{scope}/custom_fields/{id}");
        return field;
    }

    private static string EntityType(string scope) => scope switch
    {
        "customers/segments" => "segments",
        _ when scope.StartsWith("catalogs/", StringComparison.Ordinal) => "catalogs",
        _ => scope,
    };
}
