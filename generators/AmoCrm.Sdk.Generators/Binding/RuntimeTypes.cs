namespace AmoCrm.Sdk.Generators.Binding;

/// <summary>The words of type expressions that no manifest file declares.</summary>
internal static class RuntimeTypes
{
    /// <summary>JSON primitives, and whether each is a C# struct.</summary>
    public static IReadOnlyDictionary<string, bool> Primitives { get; } = new Dictionary<string, bool>(StringComparer.Ordinal)
    {
        ["string"] = false,
        ["int32"] = true,
        ["int64"] = true,
        ["decimal"] = true,
        ["bool"] = true,
        ["unixTime"] = true,
        ["json"] = true,
    };

    /// <summary>Hand-written types of AmoCrm.Sdk, each with a <c>{Name}JsonConverter</c>, and whether each is a C# struct.</summary>
    public static IReadOnlyDictionary<string, bool> HandWritten { get; } = new Dictionary<string, bool>(StringComparer.Ordinal)
    {
        ["EntityType"] = true,
        ["CustomFieldScope"] = true,
        ["CustomFieldInput"] = false,
        ["CustomFieldValues"] = false,
        ["CustomFieldFilter"] = false,
        ["AccountTime"] = true,
        ["DateTimeRange"] = false,
        ["NumberRange"] = false,
        ["SortDirection"] = true,
        ["CallResponsible"] = true,
    };
}
