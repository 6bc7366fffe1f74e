using static AmoCrm.Sdk.Generators.Tests.TestSupport.SoundManifest;

namespace AmoCrm.Sdk.Generators.Tests.Diagnostics;

/// <summary>Mistakes in a handler and in what stands around it, by what is wrong with it.</summary>
internal static class HandlerDiagnosticCases
{
    private const string Batch = "batch: { best: 50, max: 250 }";
    private const string GetReturns = "returns: { entity: Company, missing: [204] }";
    private const string ListReturns = "returns: { page: Company, at: _embedded.companies }";

    public static IReadOnlyList<DiagnosticCase> All { get; } =
    [
        // What it needs
        new("AMO0005", HandlersPath, "handlers:\n", "handlers:\n  amocrm_find_company: [|5|]\n", "The handler 'amocrm_find_company' must be a mapping"),
        TaskWithout("    checked: [docs]\n", "checked"),
        TaskWithout("    effect: update\n", "effect"),
        TaskWithout("    retry: idempotent\n", "retry"),
        TaskWithout("    client: Tasks\n", "client"),
        TaskWithout("    method: Complete\n", "method"),
        TaskWithout("    returns: { nothing: true }\n", "returns"),
        TaskWithout("docs: https://example.com/tasks\n", "docs"),
        new("AMO0010", HandlersPath, "method: List", "method: [|list|]", "write it like Create, without Async"),
        new("AMO0008", HandlersPath, "checked: [docs]", "checked: [[|doc|]]", "Did you mean 'docs'?"),

        // Clients and endpoints
        new("AMO0010", HandlersPath, "  Companies: Companies of the account.", "  Companies: Companies of the account.\n  [|notes|]: Notes.", "write it like Companies"),
        new("AMO0009", HandlersPath, "  Companies: Companies of the account.", "  Companies: [|\"\"|]", "The client 'Companies' has no summary"),
        new("AMO0005", EndpointsPath, "endpoints:\n", "endpoints:\n  - [|5|]\n", "a mapping with method and path"),
        new("AMO0005", EndpointsPath, "endpoints:\n", "endpoints:\n  - { method: GET, path: \"/api/v4/{kind}\", values: { kind: [|leads|] }, source: docs }\n", "The values of 'kind' must be a list"),
        new("AMO0024", EndpointsPath, "endpoints:\n", "endpoints:\n  - { method: FETCH, path: [|\"/api/v4/leads\"|], source: docs }\n", "the method is one of"),
        new("AMO0024", HandlersPath, "GET /api/v4/companies\n", "[|/api/v4/companies|]\n", "write METHOD /path"),
        new("AMO0024", HandlersPath, "GET /api/v4/companies\n", "[|GET api/v4/companies|]\n", "the path begins with /"),

        // Paging
        new("AMO0007", HandlersPath, "paging: { max: 250, default: 50,", "[|paging|]: { default: 50,", "needs the key 'max'"),
        new("AMO0005", HandlersPath, "paging: { max: 250,", "paging: { max: [|many|],", "must be a whole number"),
        new("AMO0023", HandlersPath, "paging: { max: 250, default: 50,", "paging: { max: 250, default: [|0|],", "'default' must be above 0"),
        new("AMO0023", HandlersPath, "paging: { max: 250, default: 50,", "paging: { max: 250, default: [|251|],", "'default' is above 'max'"),

        // Batches
        new("AMO0036", HandlersPath, GetReturns, "[|batch|]: { best: 1, max: 2 }\n    " + GetReturns, "remove 'batch' or change 'body'"),
        new("AMO0007", HandlersPath, Batch, "[|batch|]: { max: 250 }", "needs the key 'best'"),
        new("AMO0023", HandlersPath, Batch, "batch: { best: [|0|], max: 250 }", "'best' must be above 0"),
        new("AMO0010", HandlersPath, Batch, "batch: { best: 50, max: 250, method: [|createAll|] }", "write it like CreateMany"),
        new("AMO0010", HandlersPath, Batch, "batch: { best: 50, max: 250, handler: [|create_companies|] }", "write it like amocrm_create_companies"),
        new("AMO0017", HandlersPath, Batch, "batch: { best: 50, max: 250, endpoint: [|\"PATCH /api/v4/companies/{id}\"|] }", "'{id}'"),
        new("AMO0025", HandlersPath, Batch, "batch: { best: 50, max: 250, endpoint: [|PATCH /api/v4/companies|] }", "'PATCH /api/v4/companies' is not in endpoints.yaml"),
        new("AMO0033", HandlersPath, Batch, "batch: { best: 50, max: 250, refuse: [[|nam|]] }", "Did you mean 'name'?"),

        // What comes back
        new("AMO0007", HandlersPath, ListReturns, "[|returns|]: { page: Company }", "A page needs the key 'at'"),
        new("AMO0026", HandlersPath, ListReturns, "returns: { page: Company, at: [|_embedded/companies|] }", "write member.member"),
        new("AMO0036", HandlersPath, GetReturns, "returns: { entity: Company, missing: [204], [|fetch|]: amocrm_get_company }", "'fetch' is for 'created' and 'updated'"),
        new("AMO0005", HandlersPath, GetReturns, "returns: { entity: Company, missing: [[|none|]] }", "An item of 'missing' must be a whole number"),
        new("AMO0037", TasksPath, "returns: { nothing: true }", "[|returns|]: { entity: Company, nothing: true }", "'entity' and 'nothing'"),
        new("AMO0037", TasksPath, "returns: { nothing: true }", "returns: { result: [|Company|] }", "a model of kind result"),

        // Envelopes
        new("AMO0005", HandlersPath, "count: $count", "count: [|[1]|]", "an expression or a constant"),
        new("AMO0031", HandlersPath, "company_id: $id", "company_id: [|$params.name.count|]", "'$params.name.count'"),
        new("AMO0031", HandlersPath, "company_id: $id", "company_id: [|$result.idd|]", "Did you mean '$result.id'?"),
        new("AMO0031", HandlersPath, "count: $count", "count: [|$entity|]", "'$entity'"),

        // Bodies
        new("AMO0036", HandlersPath, Batch + "\n", "body: [|value|]\n", "'body: value' sends one param as the whole body, and 6 params are in the body"),
        new("AMO0036", HandlersPath, GetReturns, "[|constants|]: { kind: small }\n    " + GetReturns, "'constants' are written into an object"),
        new("AMO0005", TasksPath, "    nulls: omit\n", "    nulls: omit\n    constants: { is_completed: [|[true]|] }\n", "a text, a number, true, false or null"),
    ];

    private static DiagnosticCase TaskWithout(string line, string key) => new(
        "AMO0007",
        TasksPath,
        Tasks,
        Tasks.Replace(line, "", StringComparison.Ordinal).Replace("  amocrm_complete_task:", "  [|amocrm_complete_task|]:", StringComparison.Ordinal),
        $"needs the key '{key}'");
}
