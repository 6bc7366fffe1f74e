namespace AmoCrm.Emulator.Links;

/// <summary>The read form of a link's metadata.</summary>
internal static class LinkView
{
    public static JsonObject? Metadata(EntityRef from, EntityRef to, Link link)
    {
        if (to.Type == "catalog_elements")
        {
            return ElementMetadata(link);
        }

        return LinkTable.MainOwner(from, to) is null ? null : new JsonObject { ["main_contact"] = link.IsMain };
    }

    public static JsonObject ElementMetadata(Link link)
    {
        var json = new JsonObject { ["quantity"] = link.Quantity?.DeepClone(), ["catalog_id"] = link.CatalogId };
        if (link.PriceId is not null)
        {
            json["price_id"] = link.PriceId.DeepClone();
        }

        return json;
    }
}
