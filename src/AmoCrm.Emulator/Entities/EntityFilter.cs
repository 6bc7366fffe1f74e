namespace AmoCrm.Emulator.Entities;

/// <summary>The paid filters of the main entities.</summary>
internal static class EntityFilter
{
    public static IEnumerable<EntityRecord> Apply(EmulatorRequest request, EntityKind kind, IEnumerable<EntityRecord> records)
    {
        // The account without API filters ignores them and says nothing; that surprises people, and so it must surprise here.
        if (!request.Behaviour.ApiFilterEnabled || !request.Query.Has("filter"))
        {
            return records;
        }

        var query = request.Query;
        return records.Where(record =>
            kind.ListFilters.All(name => MatchesList(query, record, name))
            && kind.RangeFilters.All(name => TimeFilter.Matches(query, Number(request, record, name), "filter", name))
            && MatchesStatuses(query, record)
            && MatchesFields(query, record));
    }

    public static string[] QueryKeys(EntityKind kind)
    {
        var keys = kind.ListFilters.Select(name => $"filter[{name}]").ToList();
        keys.AddRange(kind.RangeFilters.SelectMany(name => new[] { $"filter[{name}]", $"filter[{name}][from]", $"filter[{name}][to]" }));
        keys.AddRange(["filter[custom_fields_values][#]", "filter[custom_fields_values][#][from]", "filter[custom_fields_values][#][to]"]);
        if (kind == EntityKinds.Leads)
        {
            keys.AddRange(["filter[statuses][#][pipeline_id]", "filter[statuses][#][status_id]"]);
        }

        return keys.ToArray();
    }

    private static long? Number(EmulatorRequest request, EntityRecord record, string name) =>
        name == "closest_task_at" ? request.Account.Tasks.ClosestDeadline(record.Ref) : record.Fields.Long(name);

    private static bool MatchesList(QueryTree query, EntityRecord record, string name)
    {
        var wanted = query.Values("filter", name);
        return wanted.Count == 0 || wanted.Contains(record.Fields.Text(name) ?? string.Empty, StringComparer.OrdinalIgnoreCase);
    }

    private static bool MatchesStatuses(QueryTree query, EntityRecord record)
    {
        var pairs = query.Children("filter", "statuses");
        return pairs.Count == 0 || pairs.Any(index =>
            query.Number("filter", "statuses", index, "pipeline_id") == record.Fields.Long("pipeline_id")
            && query.Number("filter", "statuses", index, "status_id") == record.Fields.Long("status_id"));
    }

    private static bool MatchesFields(QueryTree query, EntityRecord record) =>
        query.Children("filter", "custom_fields_values").All(field => MatchesField(query, record, field));

    private static bool MatchesField(QueryTree query, EntityRecord record, string field)
    {
        string[] path = ["filter", "custom_fields_values", field];
        var values = record.Values.Of(long.Parse(field, CultureInfo.InvariantCulture))?.OfType<JsonObject>().ToList() ?? [];
        if (query.Has([.. path, "from"]) || query.Has([.. path, "to"]))
        {
            return values.Exists(value =>
                decimal.TryParse(value.Text("value"), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                && !(number < query.Number([.. path, "from"])) && !(number > query.Number([.. path, "to"])));
        }

        // Choices are filtered by the id of the enum, check boxes by 1 and 0, the rest by value.
        var wanted = query.Values(path);
        return values.Exists(value => wanted.Contains(Comparable(value), StringComparer.OrdinalIgnoreCase))
            || (values.Count == 0 && wanted.Contains("0", StringComparer.Ordinal));
    }

    private static string Comparable(JsonObject value) =>
        value.Text("enum_id") ?? value.Flag("value") switch { true => "1", false => "0", null => value.Text("value") ?? string.Empty };
}
