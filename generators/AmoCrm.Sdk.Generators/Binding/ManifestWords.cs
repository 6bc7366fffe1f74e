using AmoCrm.Sdk.Generators.Diagnostics;
using AmoCrm.Sdk.Generators.Model;

namespace AmoCrm.Sdk.Generators.Binding;

/// <summary>The closed sets of words of the manifest language.</summary>
internal static class ManifestWords
{
    public static WordTable<HandlerEffect> Effects { get; } = new(
        "effect", ("read", HandlerEffect.Read), ("create", HandlerEffect.Create), ("update", HandlerEffect.Update), ("delete", HandlerEffect.Delete));

    public static WordTable<RetrySafety> Retries { get; } = new(
        "retry safety", ("safe", RetrySafety.Safe), ("idempotent", RetrySafety.Idempotent), ("unsafe", RetrySafety.Unsafe));

    public static WordTable<BodyKind> Bodies { get; } = new(
        "body kind", ("none", BodyKind.None), ("object", BodyKind.Object), ("array", BodyKind.Array), ("value", BodyKind.Value));

    /// <summary>True: what was assigned is sent, null included.</summary>
    public static WordTable<bool> Nulls { get; } = new("treatment of nulls", ("omit", false), ("assigned", true));

    public static WordTable<bool> Implementations { get; } = new("implementation", ("custom", true));

    public static WordTable<ParamPlacement> Placements { get; } = new(
        "placement", ("path", ParamPlacement.Path), ("query", ParamPlacement.Query), ("body", ParamPlacement.Body), ("none", ParamPlacement.None))
    {
        Unknown = DiagnosticDescriptors.UnknownPlacement,
    };

    public static WordTable<QueryStyle> Styles { get; } = new(
        "query style", ("plain", QueryStyle.Plain), ("comma", QueryStyle.Comma), ("brackets", QueryStyle.Brackets));

    public static WordTable<ModelKind> ModelKinds { get; } = new(
        "kind of model", ("entity", ModelKind.Entity), ("value", ModelKind.Value), ("query", ModelKind.Query), ("result", ModelKind.Result));

    /// <summary>True: over integers.</summary>
    public static WordTable<bool> EnumTypes { get; } = new("type of an enum", ("string", false), ("int64", true));

    public static WordTable<bool> Needs { get; } = new("requirement", ("account.is_api_filter_enabled", true));

    public static WordTable<bool> Hooks { get; } = new("hook", ("CustomFields", true));

    public static IReadOnlyList<string> Confirmations { get; } = ["docs", "php-client", "kommo", "third-party", "issues", "memory"];
}
