using AmoCrm.Emulator.Catalogs;

namespace AmoCrm.Emulator.Seed;

/// <summary>The demo account's lists.</summary>
internal static class DemoCatalogs
{
    public static void Fill(AccountState account)
    {
        var products = account.Ids.Next("catalogs");
        CatalogTemplate.Add(account, products, "Товары", "products", sort: 10, EmulatorDemo.AdminId);
        var fieldId = 5061L;
        CatalogTemplate.AddProductFields(account, products, () => fieldId++);
        AddProduct(account, products, "Стол письменный", "TBL-120", "12900");
        AddProduct(account, products, "Кресло", "CHR-300", "7490.50");
        AddProduct(account, products, "Лампа", "LMP-010", "2300");
        var shops = account.Ids.Next("catalogs");
        CatalogTemplate.Add(account, shops, "Салоны", "regular", sort: 20, EmulatorDemo.AdminId);
        ElementRoutes.Create(account, account.Ids.Next("elements"), shops, "Салон на Садовой", EmulatorDemo.AdminId);
    }

    private static void AddProduct(AccountState account, long catalogId, string name, string sku, string price)
    {
        var element = ElementRoutes.Create(account, account.Ids.Next("elements"), catalogId, name, EmulatorDemo.AdminId);
        ElementRoutes.Apply(account, element, new JsonObject
        {
            ["custom_fields_values"] = new JsonArray(
                Value("SKU", sku),
                Value("DESCRIPTION", name + ", гарантия два года"),
                Value("PRICE", price),
                Value("GROUP", "Мебель")),
        });
    }

    private static JsonObject Value(string code, string value) => new()
    {
        ["field_code"] = code,
        ["values"] = new JsonArray(new JsonObject { ["value"] = value }),
    };
}
