namespace AmoCrm.Emulator.Events;

/// <summary>The filters of <c>GET /events</c>.</summary>
internal static class EventFilter
{
    public static IEnumerable<EventRecord> Apply(EmulatorRequest request, IEnumerable<EventRecord> events)
    {
        var ids = List(request, "id");
        var types = List(request, "type");
        var entities = List(request, "entity");
        var entityIds = List(request, "entity_id");
        var authors = List(request, "created_by");
        CheckCounts(entities, entityIds, authors, types);
        return events.Where(record =>
            (types.Count == 0 || types.Any(type => IsOfType(record, type)))
            && Contains(ids, () => record.Id)
            && Contains(entities, () => record.Entity.EventType)
            && Contains(entityIds, () => record.Entity.Id.ToString(CultureInfo.InvariantCulture))
            && Contains(authors, () => record.UserId.ToString(CultureInfo.InvariantCulture))
            && TimeFilter.Matches(request.Query, record.Time.ToUnixTimeSeconds(), "filter", "created_at")
            && EventValueFilter.Matches(request.Query, "value_after", () => record.After)
            && EventValueFilter.Matches(request.Query, "value_before", () => record.Before));
    }

    private static void CheckCounts(List<string> entities, List<string> entityIds, List<string> authors, List<string> types)
    {
        if (entityIds.Count > 10 || authors.Count > 10)
        {
            throw new ProblemException(Problems.BadRequest("filter[entity_id] and filter[created_by] take at most 10 values"));
        }

        if (entityIds.Count > 0 && entities.Count != 1)
        {
            throw new ProblemException(Problems.BadRequest("filter[entity_id] needs exactly one filter[entity]"));
        }

        if (types.Count > 1 && types.Exists(type => type.StartsWith("custom_field_", StringComparison.Ordinal) && type != "custom_field_value_changed"))
        {
            throw new ProblemException(Problems.BadRequest("A filter by the change of one custom field must be the only type"));
        }
    }

    /// <summary>The values of a list filter in the forms that are understood: brackets, commas or both (open question 2).</summary>
    private static List<string> List(EmulatorRequest request, string name)
    {
        var forms = request.Behaviour.EventFilterForms;
        var found = new List<string>();
        foreach (var value in request.Query.All.Where(value => value.IsListItemOf(["filter", name])))
        {
            var isBracket = value.Segments.Count == 3;
            if (isBracket && forms != EventFilterForms.CommaOnly)
            {
                found.Add(value.Value);
            }
            else if (!isBracket && forms != EventFilterForms.BracketsOnly)
            {
                found.AddRange(value.Value.Split(',', StringSplitOptions.RemoveEmptyEntries));
            }
            else if (!isBracket && !value.Value.Contains(',', StringComparison.Ordinal))
            {
                found.Add(value.Value);
            }
        }

        return found;
    }

    private static bool Contains(List<string> allowed, Func<string> value) => allowed.Count == 0 || allowed.Contains(value(), StringComparer.Ordinal);

    private static bool IsOfType(EventRecord record, string type) =>
        record.Type == type
        || (type == "custom_field_value_changed" && record.Type.StartsWith("custom_field_", StringComparison.Ordinal));
}
