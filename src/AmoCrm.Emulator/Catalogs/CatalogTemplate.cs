namespace AmoCrm.Emulator.Catalogs;

/// <summary>Makes lists, with the fields that lists of products have from the start.</summary>
internal static class CatalogTemplate
{
    public static JsonObject Add(AccountState account, long id, string name, string type, long sort, long userId)
    {
        var now = account.Clock.GetUtcNow().ToUnixTimeSeconds();
        var catalog = new JsonObject
        {
            ["id"] = id,
            ["name"] = name,
            ["created_by"] = userId,
            ["updated_by"] = userId,
            ["created_at"] = now,
            ["updated_at"] = now,
            ["sort"] = sort,
            ["type"] = type,
            ["can_add_elements"] = true,
            ["can_show_in_cards"] = false,
            ["can_link_multiple"] = true,
            ["can_be_deleted"] = type != "products",
            ["sdk_widget_code"] = null,
            ["account_id"] = account.Id,
        };
        account.Catalogs.All.Add(catalog);
        return catalog;
    }

    public static void AddProductFields(AccountState account, long catalogId, Func<long> nextId)
    {
        var scope = $"catalogs/{catalogId}";
        account.Fields.Add(scope, nextId(), "text", "Артикул", "SKU", isPredefined: true);
        account.Fields.Add(scope, nextId(), "textarea", "Описание", "DESCRIPTION", isPredefined: true);
        account.Fields.Add(scope, nextId(), "numeric", "Цена", "PRICE", isPredefined: true);
        var group = account.Fields.Add(scope, nextId(), "category", "Группа", "GROUP", isPredefined: true);
        group["nested"] = new JsonArray(new JsonObject
        {
            ["id"] = account.Ids.Next("enums"),
            ["parent_id"] = null,
            ["value"] = "Мебель",
            ["sort"] = 0,
        });
    }
}
