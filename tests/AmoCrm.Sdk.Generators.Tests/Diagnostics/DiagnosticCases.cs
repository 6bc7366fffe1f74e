using static AmoCrm.Sdk.Generators.Tests.TestSupport.SoundManifest;

namespace AmoCrm.Sdk.Generators.Tests.Diagnostics;

/// <summary>At least one mistake for each id, by id.</summary>
internal static class DiagnosticCases
{
    public static IReadOnlyList<DiagnosticCase> All { get; } =
    [
        // The YAML itself
        new("AMO0001", HandlersPath, "      query: { type: string?, summary: Text to look for. }", "      [|query: { type: string?, summary: Text to look for.|]", "The entry is skipped"),
        new("AMO0001", HandlersPath, "    summary: Lists companies.\n    endpoint", "    summary: [|\"Lists companies.\n    |]endpoint", "repair its YAML"),
        new("AMO0002", HandlersPath, "    retry: unsafe\n", "    retry: unsafe\n    [|retry|]: safe\n", "'retry' is already there"),
        new("AMO0003", HandlersPath, "summary: Companies of the account.\ndocs", "summary: [|&text Companies of the account.|]\ndocs", "The anchor '&text'"),
        new("AMO0003", HandlersPath, "    effect: read\n", "    effect: [|!!str read|]\n", "The tag"),
        new("AMO0003", ModelsPath, "summary: A tag.", "summary: [|*text|]", "The alias '*text'"),
        new("AMO0004", HandlersPath, "summary: Reads a company.", "summary: [|832161|]", "YAML reads this as a number"),
        new("AMO0004", HandlersPath, "summary: Reads a company.", "summary:[||] #fff", "YAML reads this as null"),
        new("AMO0004", HandlersPath, "summary: Id of the company. }", "summary: [|~|] }", "quote it, \"~\""),
        new("AMO0004", HandlersPath, "output: company,", "output: [|no|],", "quote it, \"no\""),
        new("AMO0004", ModelsPath, "      large:", "      [|no|]:", "quote it, \"no\""),
        new("AMO0004", HandlersPath, "max_length: 255,", "max_length: 255, examples: Big, property: [|null|],", "YAML reads this as null"),
        new("AMO0004", HandlersPath, "phone: { type: string?,", "phone: { default: [|832161|], type: string?,", "the default of a text"),
        new("AMO0004", ModelsPath, "      name: { type: string?, summary: Name. }\n      kind", "      name: { type: string?, summary: Name. }\n      [|no|]: { type: int64?, summary: Number. }\n      kind", "quote it, \"no\""),
        new("AMO0005", HandlersPath, "missing: [204]", "missing: [|204|]", "The value of 'missing' must be a list"),
        new("AMO0005", HandlersPath, "short_page_ends: true", "short_page_ends: [|maybe|]", "must be true or false"),
        new("AMO0005", ModelsPath, "      id: { type: int64?, summary: Id. }", "      id: [|int64?|]", "The field 'id' must be a mapping"),

        // Keys, words and names
        new("AMO0006", HandlersPath, "type: string, max_length", "[|typ|]: int64, type: string, max_length", "Did you mean 'type'?"),
        new("AMO0006", HandlersPath, "    retry: unsafe\n", "    retry: unsafe\n    [|sumary|]: x\n", "Did you mean 'summary'?"),
        new("AMO0007", HandlersPath, "  amocrm_get_company:\n    client: Companies\n    method: Get\n    summary: Reads a company.\n    endpoint: GET /api/v4/companies/{company_id}\n    effect: read\n", "  [|amocrm_get_company|]:\n    client: Companies\n    method: Get\n    summary: Reads a company.\n    endpoint: GET /api/v4/companies/{company_id}\n", "needs the key 'effect'"),
        new("AMO0007", HandlersPath, "      query: { type: string?, summary", "      [|query|]: { summary", "The param 'query' needs the key 'type'"),
        new("AMO0007", HandlersPath, "envelope: { output: company, company: $entity }", "[|envelope|]: { company: $entity }", "needs the key 'output'"),
        new("AMO0008", HandlersPath, "    effect: create", "    effect: [|creat|]", "Did you mean 'create'?"),
        new("AMO0008", HandlersPath, "    retry: unsafe", "    retry: [|often|]", "Known: safe, idempotent, unsafe."),
        new("AMO0008", HandlersPath, "style: brackets,", "style: [|bracket|],", "Did you mean 'brackets'?"),
        new("AMO0008", HandlersPath, "implementation: custom", "implementation: [|costum|]", "Did you mean 'custom'?"),
        new("AMO0008", ModelsPath, "kind: entity", "kind: [|entiti|]", "Did you mean 'entity'?"),
        new("AMO0009", HandlersPath, "query: { type: string?, summary: Text to look for. }", "[|query|]: { type: string? }", "The param 'query' has no summary"),
        new("AMO0009", HandlersPath, "summary: Reads a company.", "summary: [|\"\"|]", "say in a sentence what it is"),
        new("AMO0010", HandlersPath, "  amocrm_list_companies:", "  [|list_companies|]:", "write it like amocrm_create_company"),
        new("AMO0010", HandlersPath, "      query: {", "      [|Query|]: {", "write it like company_id"),
        new("AMO0011", HandlersPath, "  amocrm_update_company:", "  amocrm_update_company2:\n    client: Companies\n    method: Twice\n    summary: Reads.\n    endpoint: GET /api/v4/companies\n    effect: read\n    retry: safe\n    returns: { nothing: true }\n    envelope: { output: x }\n    checked: [docs]\n  [|amocrm_updatecompany2|]:\n    client: Companies\n    method: Again\n    summary: Reads.\n    endpoint: GET /api/v4/companies\n    effect: read\n    retry: safe\n    returns: { nothing: true }\n    envelope: { output: x }\n    checked: [docs]\n  amocrm_update_company:", "handler names are unique"),
        new("AMO0011", TasksPath, "  amocrm_complete_task:", "  [|amocrm_get_company|]:\n    client: Tasks\n    method: Get\n    summary: Reads.\n    endpoint: GET /api/v4/companies\n    effect: read\n    retry: safe\n    returns: { nothing: true }\n    envelope: { output: x }\n    checked: [docs]\n  amocrm_complete_task:", "'amocrm_get_company' is already declared"),
        new("AMO0012", ModelsPath, "  CompanyKind:\n", "  [|Tag|]:\n    summary: Again.\n    type: string\n    values: { one: { summary: One. } }\n  CompanyKind:\n", "'Tag' is already taken by a model in companies.yaml"),
        new("AMO0013", ModelsPath, "enums:\n", "  [|Task|]:\n    summary: A task.\n    kind: value\n    fields: { id: { type: int64, summary: Id. } }\n\nenums:\n", "name it 'CrmTask'"),

        // Types
        new("AMO0014", HandlersPath, "name: { type: string,", "name: { type: [|strng|],", "Did you mean 'string'?"),
        new("AMO0014", ModelsPath, "type: CompanyKind?", "type: [|CompanyKnd?|]", "Did you mean 'CompanyKind'?"),
        new("AMO0014", HandlersPath, "{ page: Company,", "{ page: [|Compani|],", "Did you mean 'Company'?"),
        new("AMO0015", HandlersPath, "filter: { type: CompanyFilter?,", "filter: { type: [|Company-Filter|],", "write T, T?, T[] or T[]?"),

        // Params
        new("AMO0016", HandlersPath, "query: { type: string?,", "query: { in: [|qery|], type: string?,", "Did you mean 'query'?"),
        new("AMO0017", HandlersPath, "      company_id: { type: int64, summary: Id of the company. }\n    returns: { entity", "      [|compani_id|]: { type: int64, summary: Id of the company. }\n    returns: { entity", "Rename 'compani_id' to 'company_id'"),
        new("AMO0017", HandlersPath, "      company_id: { type: int64, summary: Id of the company. }\n    returns: { entity", "      [|qwerty|]: { type: int64, summary: Id of the company. }\n    returns: { entity", "'{company_id}'"),
        new("AMO0017", TasksPath, "PATCH /api/v4/tasks/{task_id}\n    effect: update\n    retry: idempotent\n    nulls: omit\n    params:\n      task_id: { type: int64, summary: Id of the task. }\n", "[|PATCH /api/v4/tasks/{task_id}|]\n    effect: update\n    retry: idempotent\n    nulls: omit\n    params:\n", "'{task_id}'"),
        new("AMO0018", HandlersPath, "query: { type: string?,", "query: { in: [|path|], type: string,", "has no variable '{query}'"),
        new("AMO0019", HandlersPath, "query: { type: string?,", "with: { type: string?, query: query, summary: Twice. }\n      [|query|]: { type: string?,", "'query' is already used by 'with'"),
        new("AMO0019", ModelsPath, "at: _embedded.tags", "at: [|name|]", "'name' is already used by 'name'"),
        new("AMO0019", HandlersPath, "query: { type: string?,", "query: { aliases: [[|filter|]], type: string?,", "'filter' is already used by 'filter'"),
        new("AMO0020", HandlersPath, "query: { type: string?,", "with: { type: string?, property: Query, summary: Twice. }\n      [|query|]: { type: string?,", "with 'property'"),
        new("AMO0020", ModelsPath, "kind: { type: CompanyKind?,", "kind: { property: [|Name|], type: CompanyKind?,", "the field 'name'"),
        new("AMO0020", ModelsPath, "tags: { type", "[|company|]: { type: int64?, summary: Clash. }\n      tags: { type", "the model itself"),
        new("AMO0020", ModelsPath, "tags: { type", "[|read_from|]: { type: int64?, summary: Clash. }\n      tags: { type", "C# name 'ReadFrom' is already used by the model itself"),
        new("AMO0020", ModelsPath, "tags: { type", "[|write_to|]: { type: int64?, summary: Clash. }\n      tags: { type", "C# name 'WriteTo' is already used by the model itself"),
        new("AMO0021", HandlersPath, "kind: { type: CompanyKind?,", "kind: { type: [|CompanyKind|],", "make its type 'CompanyKind?'"),
        new("AMO0022", HandlersPath, "default: small", "default: [|smal|]", "Did you mean 'small'?"),
        new("AMO0022", HandlersPath, "to: staff, range", "to: staff, default: [|many|], range", "'many' is no int32"),
        new("AMO0023", HandlersPath, "range: { min: 0, max: 100 }", "range: [|{ min: 100, max: 0 }|]", "swap or correct them"),
        new("AMO0023", HandlersPath, "max_length: 255,", "range: [|{ min: 0 }|],", "use 'items' for lists and 'max_length' for text"),
        new("AMO0023", HandlersPath, "best: 50, max: 250", "best: [|500|], max: 250", "'best' is above 'max'"),
        new("AMO0033", HandlersPath, "exclusive: [email]", "exclusive: [[|emial|]]", "Did you mean 'email'?"),
        new("AMO0034", HandlersPath, "      query: { type: string?,", "      [|qery|]: { type: string?,", "Did you mean 'query'?"),
        new("AMO0034", HandlersPath, "      name: { type: string,", "      [|qwerty|]: { type: string,", "confirm it with 'to: qwerty'"),

        // Handlers
        new("AMO0024", HandlersPath, "GET /api/v4/companies\n", "[|FETCH /api/v4/companies|]\n", "the method is one of GET, POST, PATCH, DELETE"),
        new("AMO0024", HandlersPath, "GET /api/v4/companies/{company_id}", "[|GET /api/v4/companies/{company_id|]", "neither plain nor one {variable}"),
        new("AMO0025", HandlersPath, "GET /api/v4/companies\n", "[|GET /api/v4/companis|]\n", "Did you mean 'GET /api/v4/companies'?"),
        new("AMO0026", HandlersPath, "to: \"custom_fields_values[field_code=PHONE].values[].value\"", "to: [|\"custom_fields_values[field_code=PHONE.value\"|]", "at most one selector"),
        new("AMO0027", HandlersPath, "to: staff", "to: [|name|]", "where the param 'name' already does"),
        new("AMO0027", HandlersPath, "to: staff", "to: [|name.first|]", "where the param 'name' already does"),
        new("AMO0028", HandlersPath, "    client: Companies\n    method: List", "    client: [|Companie|]\n    method: List", "Did you mean 'Companies'?"),
        new("AMO0029", TasksPath, "  Tasks: Tasks of the account.", "  Tasks: Tasks of the account.\n  [|Companies|]: Companies again.", "'Companies' is already declared in companies.yaml"),
        new("AMO0030", HandlersPath, "fetch: amocrm_get_company", "fetch: [|amocrm_get_compny|]", "Did you mean 'amocrm_get_company'?"),
        new("AMO0031", HandlersPath, "company: $entity }\n    checked: [docs]\n\n  amocrm_create", "company: [|$entty|] }\n    checked: [docs]\n\n  amocrm_create", "Did you mean '$entity'?"),
        new("AMO0031", HandlersPath, "company_id: $params.company_id", "company_id: [|$params.companyid|]", "Did you mean '$params.company_id'?"),
        new("AMO0032", HandlersPath, "    paging: { max: 250, default: 50, short_page_ends: true }\n    returns: { page: Company, at: _embedded.companies }", "    returns: [|{ page: Company, at: _embedded.companies }|]", "add 'paging:"),
        new("AMO0032", TasksPath, "    returns: { nothing: true }", "    [|paging|]: { max: 250, default: 50 }\n    returns: { nothing: true }", "remove 'paging'"),
        new("AMO0035", TasksPath, "module: tasks", "module: [|companies|]", "'companies' is already declared in companies.yaml"),
        new("AMO0036", HandlersPath, "hook: CustomFields, scope: companies", "hook: [|CustomFields|]", "belong together"),
        new("AMO0036", HandlersPath, "to: staff", "[|query|]: staff, to: staff", "'query' is for params in the query"),
        new(
            "AMO0036",
            HandlersPath,
            "    params:\n      company_id: { type: int64, summary: Id of the company. }\n      name:",
            "    body: none\n    params:\n      company_id: { type: int64, summary: Id of the company. }\n      [|name|]:",
            "the handler sends none"),
        new("AMO0037", TasksPath, "returns: { nothing: true }", "[|returns|]: { missing: [404] }", "say exactly one of"),
        new("AMO0037", HandlersPath, "{ page: Company,", "{ page: [|CompanyFilter|],", "a model of kind entity or value"),
        new("AMO0038", HandlersPath, "  amocrm_update_company:\n    client: Companies\n    method: Update", "  [|amocrm_update_company|]:\n    client: Companies\n    method: Create", "made by 'amocrm_create_company'"),
        new("AMO0039", TasksPath, Tasks, "[|modul|]: tasks\n", "none of the keys"),
        new("AMO0040", ModelsPath, "string: name", "string: [|nam|]", "Did you mean 'name'?"),

        .. TypeDiagnosticCases.All,
        .. ParamDiagnosticCases.All,
        .. HandlerDiagnosticCases.All,
    ];
}
