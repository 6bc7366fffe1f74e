namespace AmoCrm.Emulator.Links;

/// <summary>Which kinds of objects amoCRM links with which (catalogue 1.14).</summary>
internal static class LinkRules
{
    public static readonly string[] Targets = ["leads", "contacts", "companies", "customers", "catalog_elements"];

    public static bool CanLink(string fromType, string toType) => (fromType, toType) switch
    {
        ("leads", "contacts" or "companies" or "catalog_elements") => true,
        ("contacts", "companies" or "customers" or "leads" or "catalog_elements") => true,
        ("companies", "contacts" or "leads" or "customers" or "catalog_elements") => true,
        ("customers", "contacts" or "companies" or "catalog_elements") => true,
        _ => false,
    };
}
