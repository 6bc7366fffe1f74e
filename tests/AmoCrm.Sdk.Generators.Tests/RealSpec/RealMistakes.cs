namespace AmoCrm.Sdk.Generators.Tests.RealSpec;

/// <summary>Mistakes that somebody editing the real manifest makes, most of them where hand-written code depends on what is emitted.</summary>
internal static class RealMistakes
{
    public static IReadOnlyList<RealMistake> All { get; } =
    [
        new("AMO0014", "spec/handlers/companies.yaml", "add_phone: { type: string?", "add_phone: { type: strng?"),
        new("AMO0014", "spec/handlers/companies.yaml", "add_email: { type: string?", "add_email: { type: qwerty?"),
        new("AMO0014", "spec/handlers/companies.yaml", "filter: { type: CompanyFilter?", "filter: { type: CompanyFliter?"),
        new("AMO0014", "spec/handlers/companies.yaml", "page: Company,", "page: Compny,"),
        new("AMO0006", "spec/handlers/companies.yaml", "website: { type: string?,", "website: { typ: string?, type: string?,"),
        new("AMO0008", "spec/handlers/companies.yaml", "retry: unsafe", "retry: unsfe"),
        new("AMO0016", "spec/handlers/companies.yaml", "fallback: { type: CompanyDeleteFallback?, in: none", "fallback: { type: CompanyDeleteFallback?, in: non"),
        new("AMO0017", "spec/handlers/companies.yaml", "    implementation: custom\n    batch: { best: 50, max: 250, method: UpdateMany, endpoint: PATCH /api/v4/companies, refuse: [add_phone, add_email] }\n    params:\n      company_id:", "    implementation: custom\n    batch: { best: 50, max: 250, method: UpdateMany, endpoint: PATCH /api/v4/companies, refuse: [add_phone, add_email] }\n    params:\n      qwerty:"),
        new("AMO0005", "spec/handlers/tasks.yaml", "default: { from: Deadline }", "default: [Deadline]"),
        new("AMO0024", "spec/handlers/companies.yaml", "endpoint: PATCH /api/v4/companies/{company_id}", "endpoint: PATCH api/v4/companies/{company_id}"),
        new("AMO0025", "spec/handlers/companies.yaml", "endpoint: GET /api/v4/companies\n", "endpoint: GET /api/v4/companys\n"),
        new("AMO0026", "spec/handlers/companies.yaml", "values[enum_code=WORK].value\", exclusive: [add_phone]", "values[enum_code=WORK.value\", exclusive: [add_phone]"),
        new("AMO0028", "spec/handlers/companies.yaml", "    client: Companies\n    method: Update\n", "    client: Companys\n    method: Update\n"),
        new("AMO0030", "spec/handlers/companies.yaml", "fetch: amocrm_get_company, steps: true", "fetch: amocrm_get_compani, steps: true"),
        new("AMO0033", "spec/handlers/companies.yaml", "exclusive: [add_phone]", "exclusive: [add_fone]"),
        new("AMO0034", "spec/handlers/companies.yaml", "      responsible_user_id: { type: int64?, summary: Id of the responsible user. }", "      responsible_usr_id: { type: int64?, summary: Id of the responsible user. }"),
        new("AMO0001", "spec/handlers/companies.yaml", "add_phone: { type: string?, in: none, summary: Work phone to add to those the company has; costs one more request. }", "add_phone: { type: string?, in: none, summary: Work phone to add to those the company has; costs one more request."),
        new("AMO0001", "spec/handlers/companies.yaml", "summary: \"The whole new set of tags, each by name or id; null removes all.\" }", "summary: \"The whole new set of tags, each by name or id; null removes all. }"),
        new("AMO0014", "spec/models/companies.yaml", "name: { type: string?, summary: Name. }", "name: { type: strin?, summary: Name. }"),
        new("AMO0009", "spec/models/companies.yaml", "name: { type: string?, summary: Name. }", "name: { type: string? }"),
        new("AMO0001", "spec/models/companies.yaml", "name: { type: string?, summary: Name. }", "name: { type: string?, summary: Name."),
        new("AMO0008", "spec/models/companies.yaml", "kind: entity", "kind: entiti"),
    ];

    /// <summary>The mistakes in as few manifests as keep them apart: malformed YAML silences what it may have caused, so it stays alone.</summary>
    public static IReadOnlyList<IReadOnlyList<RealMistake>> Groups { get; } = [.. All.GroupBy(mistake => mistake.Id == "AMO0001").SelectMany(Separate)];

    private static List<IReadOnlyList<RealMistake>> Separate(IEnumerable<RealMistake> mistakes)
    {
        var groups = new List<IReadOnlyList<RealMistake>>();
        for (var left = mistakes.ToList(); left.Count > 0;)
        {
            var group = new List<RealMistake>();
            foreach (var mistake in left)
            {
                if (!group.Exists(other => other.Overlaps(mistake)))
                {
                    group.Add(mistake);
                }
            }

            left.RemoveAll(group.Contains);
            groups.Add(group);
        }

        return groups;
    }
}
