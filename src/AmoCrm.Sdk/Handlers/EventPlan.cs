namespace AmoCrm.Sdk.Handlers;

/// <summary>What to write so that amoCRM logs an event of a kind.</summary>
/// <param name="route">What is written, in a word.</param>
/// <param name="eventType">The type under which amoCRM will log it.</param>
/// <param name="text">The text of the note or the task.</param>
/// <param name="note">The note; null for a task.</param>
internal sealed class EventPlan(EventRoute route, EventType eventType, string text, AddNoteRequest? note)
{
    public EventRoute Route => route;

    public EventType EventType => eventType;

    public string Text => text;

    public AddNoteRequest? Note => note;

    private const string Handler = "amocrm_create_event";

    /// <exception cref="AmoCrmArgumentException">Nothing that can be written would make such an event.</exception>
    public static EventPlan For(CreateEventRequest request, string applicationName)
    {
        if (!MainEntities.Types.Contains(request.EntityType))
        {
            throw new AmoCrmArgumentException(
                Handler, "entity_type", $"Events can be caused on {string.Join(", ", MainEntities.Types)} only; for a task use amocrm_update_task, for a catalog amocrm_create_catalog_element.");
        }

        var text = EventText.Of(request, Handler);
        return request.Type.Value switch
        {
            "call" or "outgoing_call" => Call(request, text, NoteType.CallOut, EventType.OutgoingCall, applicationName),
            "incoming_call" => Call(request, text, NoteType.CallIn, EventType.IncomingCall, applicationName),
            "outgoing_sms" => Sms(request, text, NoteType.SmsOut, EventType.OutgoingSms),
            "incoming_sms" => Sms(request, text, NoteType.SmsIn, EventType.IncomingSms),
            "note" or "common_note_added" => new EventPlan(EventRoute.CommonNote, EventType.CommonNoteAdded, text, NoteOf(request, NoteType.Common, Required(text))),
            "meeting" => new EventPlan(EventRoute.Task, EventType.TaskAdded, Required(text), null),
            _ => Service(request, text),
        };
    }

    private static EventPlan Call(CreateEventRequest request, string text, NoteType type, EventType logged, string applicationName)
    {
        var note = NoteOf(request, type, text.Length > 0 ? text : null);
        note.Phone = Phone(request);
        note.Duration = request.Duration ?? 0;
        note.Source = request.Source ?? applicationName;
        note.Link = request.Link;
        return new EventPlan(EventRoute.CallNote, logged, text, note);
    }

    private static EventPlan Sms(CreateEventRequest request, string text, NoteType type, EventType logged)
    {
        var note = NoteOf(request, type, Required(text));
        note.Phone = Phone(request);
        return new EventPlan(EventRoute.SmsNote, logged, text, note);
    }

    private static EventPlan Service(CreateEventRequest request, string text)
    {
        var note = NoteOf(request, NoteType.ServiceMessage, Required(text));
        note.Service = request.Type.Value;
        return new EventPlan(EventRoute.ServiceNote, EventType.ServiceNoteAdded, text, note);
    }

    private static AddNoteRequest NoteOf(CreateEventRequest request, NoteType type, string? text) => new() { NoteType = type, Text = text, CreatedBy = request.CreatedBy };

    private static string Required(string text) =>
        text.Length > 0 ? text : throw new AmoCrmArgumentException(Handler, "text", "This kind of event needs a text.");

    private static string Phone(CreateEventRequest request) =>
        request.Phone is { Length: > 0 } phone ? phone : throw new AmoCrmArgumentException(Handler, "phone", "A call or an SMS needs the phone of the other side.");
}
