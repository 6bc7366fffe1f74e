namespace AmoCrm.Sdk.Generators.Tests.TestSupport;

/// <summary>A small manifest without a mistake, which tests break in one place.</summary>
internal static class SoundManifest
{
    public const string HandlersPath = "/repo/spec/handlers/companies.yaml";
    public const string TasksPath = "/repo/spec/handlers/tasks.yaml";
    public const string ModelsPath = "/repo/spec/models/companies.yaml";
    public const string EndpointsPath = "/repo/spec/endpoints.yaml";

    public const string Handlers = """
        module: companies
        summary: Companies of the account.
        docs: https://example.com/companies
        clients:
          Companies: Companies of the account.
        handlers:
          amocrm_list_companies:
            client: Companies
            method: List
            summary: Lists companies.
            endpoint: GET /api/v4/companies
            effect: read
            retry: safe
            params:
              query: { type: string?, summary: Text to look for. }
              filter: { type: CompanyFilter?, style: brackets, summary: Conditions. }
            paging: { max: 250, default: 50, short_page_ends: true }
            returns: { page: Company, at: _embedded.companies }
            envelope: { output: companies, companies: $items, count: $count }
            checked: [docs]

          amocrm_get_company:
            client: Companies
            method: Get
            summary: Reads a company.
            endpoint: GET /api/v4/companies/{company_id}
            effect: read
            retry: safe
            params:
              company_id: { type: int64, summary: Id of the company. }
            returns: { entity: Company, missing: [204] }
            envelope: { output: company, company: $entity }
            checked: [docs]

          amocrm_create_company:
            client: Companies
            method: Create
            summary: Creates a company.
            endpoint: POST /api/v4/companies
            effect: create
            retry: unsafe
            batch: { best: 50, max: 250 }
            params:
              name: { type: string, max_length: 255, summary: Name. }
              kind: { type: CompanyKind?, default: small, summary: Kind. }
              phone: { type: string?, to: "custom_fields_values[field_code=PHONE].values[].value", exclusive: [email], summary: Work phone. }
              email: { type: string?, to: "custom_fields_values[field_code=EMAIL].values[].value", summary: Work address. }
              custom_fields: { type: CustomFieldInput?, to: custom_fields_values, hook: CustomFields, scope: companies, summary: Further fields. }
              staff: { type: int32?, to: staff, range: { min: 0, max: 100 }, summary: Number of people. }
            returns: { created: Company, at: _embedded.companies, fetch: amocrm_get_company }
            envelope: { output: created_company, company: $entity, company_id: $id }
            checked: [docs]

          amocrm_update_company:
            client: Companies
            method: Update
            summary: Changes a company.
            endpoint: PATCH /api/v4/companies/{company_id}
            effect: update
            retry: idempotent
            implementation: custom
            params:
              company_id: { type: int64, summary: Id of the company. }
              name: { type: string?, summary: Name. }
            returns: { updated: Company, at: _embedded.companies }
            envelope: { output: updated_company, company: $entity, company_id: $params.company_id }
            checked: [docs]

        """;

    public const string Tasks = """
        module: tasks
        summary: Tasks.
        docs: https://example.com/tasks
        clients:
          Tasks: Tasks of the account.
        handlers:
          amocrm_complete_task:
            client: Tasks
            method: Complete
            summary: Completes a task.
            endpoint: PATCH /api/v4/tasks/{task_id}
            effect: update
            retry: idempotent
            nulls: omit
            params:
              task_id: { type: int64, summary: Id of the task. }
              text: { type: string?, to: result.text, summary: Result. }
            returns: { nothing: true }
            envelope: { output: completed, done: true }
            checked: [docs]

        """;

    public const string Models = """
        models:
          Company:
            summary: A company.
            kind: entity
            skip: [_links]
            fields:
              id: { type: int64, summary: Id. }
              name: { type: string?, summary: Name. }
              kind: { type: CompanyKind?, summary: Kind. }
              tags: { type: "Tag[]?", at: _embedded.tags, summary: Its tags. }
          CompanyFilter:
            summary: Conditions for companies.
            kind: query
            fields:
              id: { type: "int64[]?", summary: Ids. }
          Tag:
            summary: A tag.
            kind: value
            shorthand: { string: name }
            fields:
              id: { type: int64?, summary: Id. }
              name: { type: string?, summary: Name. }

        enums:
          CompanyKind:
            summary: Kinds of companies.
            type: string
            values:
              small: { summary: Small. }
              large: { summary: Large. }

        """;

    public const string Endpoints = """
        endpoints:
          - { method: GET, path: "/api/v4/companies", source: docs }
          - { method: GET, path: "/api/v4/companies/{id}", source: docs }
          - { method: POST, path: "/api/v4/companies", source: docs }
          - { method: PATCH, path: "/api/v4/companies/{id}", source: docs }
          - { method: PATCH, path: "/api/v4/tasks/{id}", source: docs }

        """;

    public static (string Path, string Text)[] Files { get; } =
        [(EndpointsPath, Endpoints), (HandlersPath, Handlers), (TasksPath, Tasks), (ModelsPath, Models)];

    /// <summary>The manifest with one text of one file replaced.</summary>
    public static (string Path, string Text)[] With(string path, string old, string with)
    {
        var original = Files.Single(file => file.Path == path).Text;
        Assert.Contains(old, original, StringComparison.Ordinal);
        var at = original.IndexOf(old, StringComparison.Ordinal);
        var edited = original[..at] + with + original[(at + old.Length)..];
        return [.. Files.Select(file => file.Path == path ? (path, edited) : file)];
    }
}
