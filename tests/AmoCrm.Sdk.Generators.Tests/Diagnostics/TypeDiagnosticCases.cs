using static AmoCrm.Sdk.Generators.Tests.TestSupport.SoundManifest;

namespace AmoCrm.Sdk.Generators.Tests.Diagnostics;

/// <summary>Mistakes in models and enums, by what is wrong with them.</summary>
internal static class TypeDiagnosticCases
{
    private const string Kind = "kind: { type: CompanyKind?,";
    private const string Large = "large: { summary: Large. }";
    private const string Tags = "tags: { type: \"Tag[]?\", at: _embedded.tags, summary: Its tags. }";

    public static IReadOnlyList<DiagnosticCase> All { get; } =
    [
        // Models
        new("AMO0005", ModelsPath, "models:\n", "models:\n  Mood: [|5|]\n", "The model 'Mood' must be a mapping"),
        new("AMO0007", ModelsPath, "models:\n", "models:\n  [|Mood|]:\n    summary: A mood.\n    kind: value\n", "needs the key 'fields'"),
        new("AMO0040", ModelsPath, "shorthand: { string: name }", "shorthand: { string: name, number: [|name|] }", "'name'"),

        // Fields
        new("AMO0007", ModelsPath, "name: { type: string?, summary: Name. }", "[|name|]: { summary: Name. }", "The field 'name' needs the key 'type'"),
        new("AMO0010", ModelsPath, Kind, "kind: { property: [|kind|], type: CompanyKind?,", "give the field a 'property' like CreatedAt"),
        new("AMO0019", ModelsPath, Tags, Tags + "\n      [|_embedded|]: { type: string?, property: Embedded, summary: All. }", "'_embedded' is already used by 'tags'"),
        new("AMO0019", ModelsPath, Tags, Tags + "\n      first: { type: string?, at: [|name.first|], summary: First. }", "'name.first' is already used by 'name'"),
        new("AMO0026", ModelsPath, "at: _embedded.tags", "at: [|_embedded.tags.all|]", "a field is at one member or at two"),
        new("AMO0026", ModelsPath, "at: _embedded.tags", "at: [|_embedded.|]", "a field is at one member or at two"),
        new("AMO0036", ModelsPath, "tags: { type", "tags: { [|style|]: comma, type", "'style' is for lists in models of kind query"),
        new("AMO0036", ModelsPath, "id: { type: \"int64[]?\",", "id: { [|style|]: comma, type: int64?,", "'style' is for lists in models of kind query"),
        new("AMO0036", ModelsPath, Kind, "kind: { [|query|]: kind, type: CompanyKind?,", "'query' is for models of kind query"),

        // Enums
        new("AMO0007", ModelsPath, "enums:\n", "enums:\n  [|Mood|]:\n    summary: Moods.\n    type: string\n", "needs the key 'values'"),
        new("AMO0007", ModelsPath, "enums:\n", "enums:\n  [|Mood|]:\n    summary: Moods.\n    values: { good: { summary: Good. } }\n", "needs the key 'type'"),
        new("AMO0005", ModelsPath, "enums:\n", "enums:\n  Mood:\n    summary: Moods.\n    type: int64\n    values: { [|good|]: { summary: Good. } }\n", "the enum is of type int64"),
        new("AMO0010", ModelsPath, "enums:\n", "enums:\n  Mood:\n    summary: Moods.\n    type: int64\n    values: { [|1|]: { summary: Good. } }\n", "give the value a 'name' like FollowUp"),
        new("AMO0005", ModelsPath, Large, "large: [|5|]", "a mapping with a summary"),
        new("AMO0010", ModelsPath, Large, "large: { name: [|large|], summary: Large. }", "give the value a 'name' like FollowUp"),
        new("AMO0020", ModelsPath, Large, "[|Small|]: { summary: Large. }", "the value 'small'"),
        new("AMO0020", ModelsPath, Large, "[|value|]: { summary: Large. }", "the type itself"),
    ];
}
