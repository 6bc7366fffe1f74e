namespace AmoCrm.Emulator.Events;

/// <summary><c>/api/v4/events</c>: reading only.</summary>
internal static class EventRoutes
{
    private const int PageMax = 100;

    private static readonly string[] With =
        ["contact_name", "lead_name", "company_name", "catalog_element_name", "customer_name", "catalog_name", "note"];

    public static void Add(RouteTable routes)
    {
        routes.Get("/api/v4/events", List).Paged().With(With).Query(
            "filter[id]", "filter[created_at]", "filter[created_at][from]", "filter[created_at][to]", "filter[created_by]", "filter[entity]",
            "filter[entity_id]", "filter[type]",
            "filter[value_after][value]", "filter[value_after][responsible_user_id]", "filter[value_after][custom_field_values]",
            "filter[value_after][leads_statuses][#][pipeline_id]", "filter[value_after][leads_statuses][#][status_id]",
            "filter[value_before][value]", "filter[value_before][responsible_user_id]", "filter[value_before][custom_field_values]",
            "filter[value_before][leads_statuses][#][pipeline_id]", "filter[value_before][leads_statuses][#][status_id]");
        routes.Get("/api/v4/events/types", Types).Query("language_code");
        routes.Get("/api/v4/events/{id:text}", Get).With(With);
    }

    private static Answer List(EmulatorRequest request)
    {
        var with = request.With;
        return request.Page("events", EventFilter.Apply(request, request.Account.Events.Newest), record => EventView.Of(request.Account, with, record), PageMax);
    }

    private static Answer Get(EmulatorRequest request) =>
        request.Account.Events.Newest.FirstOrDefault(record => record.Id == request.Text("id")) is { } record
            ? Answer.Ok(EventView.Of(request.Account, request.With, record))
            : MissingObjects.Answer(request, "Event not found");

    private static Answer Types(EmulatorRequest request)
    {
        var types = EventTypes.Localized(request.Query.Scalar("language_code") ?? "ru");
        return Answer.Ok(request.Collection("events_types", types, withTotal: true));
    }
}
