using static AmoCrm.Sdk.Generators.Tests.TestSupport.SoundManifest;

namespace AmoCrm.Sdk.Generators.Tests.Diagnostics;

/// <summary>Mistakes in a param, by what is wrong with it.</summary>
internal static class ParamDiagnosticCases
{
    private const string Query = "query: { type: string?,";
    private const string Staff = "staff: { type: int32?, to: staff, range: { min: 0, max: 100 },";

    public static IReadOnlyList<DiagnosticCase> All { get; } =
    [
        // Shape and name
        new("AMO0005", HandlersPath, "query: { type: string?, summary: Text to look for. }", "query: [|5|]", "The param 'query' must be a mapping"),
        new("AMO0010", HandlersPath, Query, "query: { property: [|query|], type: string?,", "give the param a 'property' like CompanyId"),
        new("AMO0036", HandlersPath, "query: { type: string?, summary: Text to look for. }", "[|page|]: { type: int32?, query: page, summary: Page. }", "'page' is added by the generator here"),
        new("AMO0036", HandlersPath, "      staff: {", "      [|fetch|]: { type: bool?, to: fetch, summary: Fetch. }\n      staff: {", "'fetch' is added by the generator here"),

        // Placement
        new("AMO0036", HandlersPath, "company_id: { type: int64, summary: Id of the company. }", "company_id: { type: [|int64?|], summary: Id of the company. }", "remove '?' and '[]'"),
        new("AMO0036", HandlersPath, "company_id: { type: int64, summary: Id of the company. }", "company_id: { type: [|\"int64[]\"|], summary: Id of the company. }", "remove '?' and '[]'"),
        new("AMO0036", HandlersPath, "company_id: { type: int64,", "company_id: { in: [|query|], type: int64,", "so the param is in the path: remove 'in'"),
        new("AMO0036", HandlersPath, Query, "query: { in: [|body|], type: string?,", "the handler sends none"),
        new("AMO0036", HandlersPath, Query, "query: { [|to|]: query, query: query, type: string?,", "'to' is for params in the body"),
        new("AMO0036", HandlersPath, "name: { type: string, max_length: 255,", "name: { type: [|CompanyFilter|],", "is a model of kind query and the param 'name' is not in the query"),

        // Style in the query
        new("AMO0036", HandlersPath, "to: staff, range", "to: staff, [|style|]: brackets, range", "'style' is for params in the query"),
        new("AMO0036", HandlersPath, "CompanyFilter?, style: brackets,", "CompanyFilter?, style: [|comma|],", "add 'style: brackets'"),
        new("AMO0036", HandlersPath, Query, "query: { style: [|plain|], type: \"string[]?\",", "its style in the query is comma or brackets"),
        new("AMO0036", HandlersPath, Query, "query: { type: [|Tag?|],", "'Tag' cannot be written into a query"),

        // Words and scopes
        new("AMO0008", HandlersPath, Query, "query: { accepts: [|ignore|], type: string?,", "Did you mean 'ignored'?"),
        new("AMO0008", HandlersPath, "scope: companies", "scope: [|companie|]", "Did you mean 'companies'?"),
        new("AMO0008", HandlersPath, "scope: companies", "scope: [|\"catalogs/7\"|]", "scope of custom fields"),
        new("AMO0033", HandlersPath, "scope: companies", "scope: [|\"catalogs/{nam}\"|]", "Did you mean 'name'?"),
        new("AMO0036", HandlersPath, Staff, "staff: { type: int32?, to: staff, scope: [|companies|],", "belong together"),

        // Defaults
        new("AMO0005", HandlersPath, "default: small", "default: [|[small]|]", "a constant, or a mapping { from: HookName }"),
        new("AMO0010", HandlersPath, "default: small", "default: { from: [|deadline|] }", "write it like Deadline"),
        new("AMO0022", HandlersPath, Staff, "staff: { type: \"int32[]?\", to: staff, default: [|5|],", "A list has no constant default"),
        new("AMO0022", HandlersPath, Staff, "staff: { type: bool?, to: staff, default: [|small|],", "'small' is no bool"),
        new("AMO0022", HandlersPath, Staff, "staff: { type: int64?, to: staff, default: [|1.5|],", "'1.5' is no int64"),
        new("AMO0022", HandlersPath, Staff, "staff: { type: int64?, to: staff, default: [|\"5\"|],", "'5' is no int64"),
        new("AMO0022", HandlersPath, Staff, "staff: { type: int32?, to: staff, default: [|2147483648|],", "'2147483648' is no int32"),
        new("AMO0022", HandlersPath, Staff, "staff: { type: decimal?, to: staff, default: [|much|],", "'much' is no decimal"),
        new("AMO0022", HandlersPath, Staff, "staff: { type: Tag?, to: staff, default: [|5|],", "'5' is no Tag"),

        // Bounds
        new("AMO0023", HandlersPath, "range: { min: 0, max: 100 }", "range: [|{}|]", "'range' needs 'min', 'max' or both"),
        new("AMO0023", HandlersPath, "range: { min: 0, max: 100 }", "range: { min: [|0.5|], max: 100 }", "'min' must be a whole number"),
        new("AMO0023", HandlersPath, "range: { min: 0, max: 100 }", "range: { min: 0, max: [|many|] }", "'max' must be a whole number"),
        new("AMO0023", HandlersPath, Staff, "staff: { type: \"int32[]?\", to: staff, range: [|{ min: 0 }|],", "use 'items' for lists"),
        new("AMO0023", HandlersPath, Staff, "staff: { type: int32?, to: staff, items: [|{ min: 1 }|],", "the type is no list"),
        new("AMO0023", HandlersPath, Staff, "staff: { type: \"int32[]?\", to: staff, items: [|{ min: -1 }|],", "fewer than 0 items"),
        new("AMO0023", HandlersPath, "max_length: 255", "max_length: [|0|]", "'max_length' must be above 0"),
        new("AMO0023", HandlersPath, Staff, "staff: { type: int32?, to: staff, max_length: [|5|],", "'max_length' is for text"),
        new("AMO0005", HandlersPath, "max_length: 255", "max_length: [|long|]", "must be a whole number"),

        // Targets in the body
        new("AMO0026", HandlersPath, "to: custom_fields_values,", "to: [|\"custom_fields_values[]\"|],", "name the array without a selector"),
        new("AMO0026", HandlersPath, "to: staff", "to: [|\"staff[kind=all]\"|]", "the member that takes the value is missing"),
        new("AMO0027", HandlersPath, "to: custom_fields_values,", "to: [|name|],", "where the param 'name' already does"),
        new("AMO0027", HandlersPath, "to: custom_fields_values,", "to: [|name.fields|],", "where the param 'name' already does"),
        new("AMO0027", HandlersPath, "to: staff", "to: [|\"name[]\"|]", "where the param 'name' already does"),
        new("AMO0027", HandlersPath, "to: staff", "to: [|\"name[].first\"|]", "where the param 'name' already does"),
    ];
}
