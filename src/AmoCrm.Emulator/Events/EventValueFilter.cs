namespace AmoCrm.Emulator.Events;

/// <summary><c>filter[value_after]</c> and <c>filter[value_before]</c>: stages, responsible users, enum values, plain values.</summary>
internal static class EventValueFilter
{
    public static bool Matches(QueryTree query, string side, Func<JsonArray> read)
    {
        if (!query.Has("filter", side))
        {
            return true;
        }

        var values = read().OfType<JsonObject>().SelectMany(item => item).Select(pair => (Key: pair.Key, Value: pair.Value as JsonObject)).ToList();
        return query.Children("filter", side).All(kind => kind switch
        {
            "leads_statuses" => Pairs(query, side).Any(pair => values.Exists(value =>
                value.Key == "lead_status" && value.Value.Long("id") == pair.StatusId && value.Value.Long("pipeline_id") == pair.PipelineId)),
            "responsible_user_id" => MatchesId(query, side, kind, values, "responsible_user", "id"),
            "custom_field_values" => MatchesId(query, side, kind, values, "custom_field_value", "enum_id"),
            "value" => values.Exists(value => value.Value!.Any(member => member.Value?.ToString() == query.Scalar("filter", side, "value"))),
            _ => true,
        });
    }

    private static IEnumerable<(long? PipelineId, long? StatusId)> Pairs(QueryTree query, string side) =>
        query.Children("filter", side, "leads_statuses").Select(index =>
            (query.Number("filter", side, "leads_statuses", index, "pipeline_id"), query.Number("filter", side, "leads_statuses", index, "status_id")));

    private static bool MatchesId(QueryTree query, string side, string kind, List<(string Key, JsonObject? Value)> values, string key, string member)
    {
        var wanted = query.Values("filter", side, kind).SelectMany(text => text.Split(',')).ToList();
        return values.Exists(value => value.Key == key && wanted.Contains(value.Value![member]?.ToString() ?? string.Empty, StringComparer.Ordinal));
    }
}
