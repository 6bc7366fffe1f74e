namespace AmoCrm.Emulator.CustomFields;

/// <summary>What is known about field types (catalogue 1.16, 1.17).</summary>
internal static class FieldKinds
{
    private static readonly string[] Everywhere =
        ["text", "numeric", "checkbox", "select", "multiselect", "date", "url", "date_time", "textarea", "radiobutton", "streetaddress"];

    // Their numbers are their places, from 1. Only that of multitext (8) is documented; the rest follow the old API's list, with its gaps.
    private static readonly string[] NumberedKinds =
    [
        "text", "numeric", "checkbox", "select", "multiselect", "date", "url", "multitext", "textarea", "radiobutton", "streetaddress", "-",
        "smart_address", "birthday", "legal_entity", "items", "-", "category", "date_time", "monetary", "price", "tracking_data", "linked_entity",
        "chained_list", "file", "payer", "supplier",
    ];

    public static bool IsAvailable(string scope, string type) => Everywhere.Contains(type, StringComparer.Ordinal) || type switch
    {
        "multitext" => scope == "contacts",
        "smart_address" or "birthday" or "legal_entity" => scope is "contacts" or "leads" or "companies",
        "price" or "category" or "items" or "linked_entity" or "payer" or "supplier" => scope.StartsWith("catalogs/", StringComparison.Ordinal),
        "tracking_data" => scope == "leads",
        "chained_list" => scope is "leads" or "customers",
        "monetary" => scope is "contacts" or "leads" or "companies" or "customers",
        "file" => scope != "customers/segments",
        _ => false,
    };

    /// <summary>The number of the type in events.</summary>
    public static int NumberOf(string type) => Array.IndexOf(NumberedKinds, type) + 1;

    /// <summary>Types whose values are chosen from <c>enums</c>.</summary>
    public static bool IsChoice(string type) => type is "select" or "multiselect" or "radiobutton" or "category";

    /// <summary>Types whose <c>enums</c> must come with the field.</summary>
    public static bool NeedsEnums(string type) => type is "select" or "multiselect" or "radiobutton";

    /// <summary>Types whose values are labelled with an enum.</summary>
    public static bool IsLabelled(string type) => type is "multitext" or "smart_address";

    public static bool IsDate(string type) => type is "date" or "date_time" or "birthday";

    public static bool IsObject(string type) => type is "legal_entity" or "items" or "linked_entity" or "payer" or "supplier" or "file";

    public static bool IsNumber(string type) => type is "numeric" or "price" or "monetary";

    public static bool HasManyValues(string type) => type is "multiselect" or "chained_list" or "items" or "linked_entity" || IsLabelled(type);
}
