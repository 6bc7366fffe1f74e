namespace AmoCrm.Emulator.Links;

/// <summary>Links and unlinks, with the events that amoCRM logs on both sides.</summary>
internal static class LinkService
{
    public static Link Connect(AccountState account, EntityRef from, EntityRef to, long userId, JsonObject? metadata = null, bool log = true)
    {
        var isNew = account.Links.Find(from, to) is null;
        var link = account.Links.Add(from, to, out var displaced);
        foreach (var old in displaced)
        {
            LogUnlinked(account, old.One, old.Other, userId);
        }

        Apply(account, link, metadata);
        if (isNew && log)
        {
            Log(account, from, to, userId, "linked", "link");
        }

        return link;
    }

    public static void Disconnect(AccountState account, EntityRef from, EntityRef to, long userId)
    {
        if (account.Links.Remove(from, to))
        {
            LogUnlinked(account, from, to, userId);
        }
    }

    private static void Apply(AccountState account, Link link, JsonObject? metadata)
    {
        if (metadata.Flag("is_main") == true)
        {
            account.Links.MakeMain(link.One, link.Other);
        }

        if (link.One.Type == "catalog_elements" || link.Other.Type == "catalog_elements")
        {
            link.CatalogId = metadata.Long("catalog_id") ?? link.CatalogId;
            link.Quantity = metadata?["quantity"]?.DeepClone() ?? link.Quantity ?? JsonValue.Create(1);
            link.PriceId = metadata?["price_id"]?.DeepClone() ?? link.PriceId;
        }
    }

    private static void LogUnlinked(AccountState account, EntityRef from, EntityRef to, long userId) =>
        Log(account, from, to, userId, "unlinked", "unlink");

    private static void Log(AccountState account, EntityRef from, EntityRef to, long userId, string verb, string key)
    {
        account.Events.Add("entity_" + verb, from, userId, Value(account, to, key));
        if (to.Type != "catalog_elements")
        {
            account.Events.Add($"{to.EventType}_{verb}", from, userId, Value(account, to, key));
            account.Events.Add($"{from.EventType}_{verb}", to, userId, Value(account, from, key));
        }
    }

    private static JsonArray Value(AccountState account, EntityRef entity, string key) =>
        EventValue.Of(key, new JsonObject { ["entity"] = new JsonObject { ["type"] = TypeOf(account, entity), ["id"] = entity.Id } });

    private static string TypeOf(AccountState account, EntityRef entity) =>
        entity.Type == "catalog_elements" ? $"catalog_{account.Catalogs.FindElement(entity.Id).Long("catalog_id")}" : entity.EventType;
}
