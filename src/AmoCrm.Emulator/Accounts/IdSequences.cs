namespace AmoCrm.Emulator.Accounts;

/// <summary>Ids by kind, counted up, so that a run repeats; kinds start far apart, so that a mixed-up id is found out.</summary>
internal sealed class IdSequences
{
    private readonly Dictionary<string, long> _next = new(StringComparer.Ordinal);

    public long Next(string kind)
    {
        var id = _next.GetValueOrDefault(kind, FirstOf(kind));
        _next[kind] = id + 1;
        return id;
    }

    /// <summary>Takes an id for demo data, and lets the count go on after it.</summary>
    public long Take(string kind, long id)
    {
        _next[kind] = Math.Max(_next.GetValueOrDefault(kind, FirstOf(kind)), id + 1);
        return id;
    }

    private static long FirstOf(string kind) => kind switch
    {
        "custom_fields" => 6001,
        "enums" => 6501,
        "pipelines" => 7001,
        "statuses" => 700_101,
        "descriptions" => 7901,
        "users" => 8_001_001,
        "catalogs" => 9001,
        "contacts" => 10_001,
        "companies" => 11_001,
        "leads" => 12_001,
        "customers" => 13_001,
        "tasks" => 14_001,
        "notes" => 15_001,
        "elements" => 16_001,
        "tags" => 17_001,
        "webhooks" => 18_001,
        "widgets" => 19_001,
        "roles" => 20_001,
        "loss_reasons" => 21_001,
        "segments" => 22_001,
        _ => 90_001,
    };
}
