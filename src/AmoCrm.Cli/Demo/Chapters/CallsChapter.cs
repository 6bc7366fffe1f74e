using AmoCrm.Sdk;

namespace AmoCrm.Cli.Demo.Chapters;

/// <summary>The telephony writes the call, and the log shows what has happened to the lead.</summary>
internal sealed class CallsChapter : IDemoChapter
{
    private const string SmsText = "Ждём вас в субботу в 12:00";

    public string Title => "Calls and the event log";

    public IReadOnlyList<DemoStep> Steps { get; } =
    [
        new(
            "amocrm_create_call",
            Typed: async (demo, token) =>
            {
                var request = new CreateCallRequest { Phone = demo.Story.Phone, Direction = CallDirection.Inbound, Duration = 95, CallStatus = CallStatus.Talked };
                var created = await demo.CallAsync(amo => amo.Calls.CreateAsync(request, token)).ConfigureAwait(false);
                Check.Equal(CallRoute.Calls, created.Via, "the way it went");
                demo.Story.CallId = created.CallId;
                return $"{demo.Story.Phone}, on {created.EntityType}";
            },
            ByName: async (demo, token) =>
            {
                var arguments = $$"""
                    {"phone": "{{demo.Story.Phone}}", "direction": "outbound", "duration": 42, "entity_type": "contact", "entity_id": "{{demo.Story.ContactId}}"}
                    """;
                var created = await demo.CallByNameAsync(arguments, token).ConfigureAwait(false);
                Check.Equal("call_note", created.Text("via"), "the way a call on a given entity goes");
                demo.Story.CallId = created.Id("call_id");
                return demo.Story.Phone;
            }),
        new(
            "amocrm_list_calls",
            Typed: async (demo, token) =>
            {
                var calls = await demo.CallAsync(amo => amo.Calls.ListAsync(cancellationToken: token)).ConfigureAwait(false);
                var call = Check.Found(calls.Items.FirstOrDefault(call => call.Id == demo.Story.CallId), "the call that was written");
                Check.Equal(demo.Story.Phone, call.Phone, "the phone of the call");
                Check.Equal(95, call.Duration, "its length");
                Check.Equal(CallDirection.Inbound, call.Direction, "its direction");
                return $"{calls.Count} calls";
            },
            ByName: async (demo, token) =>
            {
                var calls = await demo.CallByNameAsync("""{"entity_type": "contacts", "limit": 50}""", token).ConfigureAwait(false);
                var call = calls.At("items").EnumerateArray().FirstOrDefault(call => call.Id() == demo.Story.CallId);
                Check.Equal("42", call.Text("duration"), "the length of the call that was written");
                return $"{calls.Text("count")} calls";
            }),
        new(
            "amocrm_create_event",
            Typed: async (demo, token) =>
            {
                var request = new CreateEventRequest
                {
                    Type = EventKind.OutgoingSms,
                    EntityType = EntityType.Contacts,
                    EntityId = demo.Story.ContactId,
                    Phone = demo.Story.Phone,
                    Text = SmsText,
                    Fetch = true,
                };
                var created = await demo.CallAsync(amo => amo.Events.CreateAsync(request, token)).ConfigureAwait(false);
                Check.Equal(EventRoute.SmsNote, created.Via, "what was written");
                demo.Story.EventNoteId = created.NoteId ?? 0;
                return await ReadBackAsync(demo, NoteType.SmsOut, token).ConfigureAwait(false);
            },
            ByName: async (demo, token) =>
            {
                var arguments = $$$"""
                    {"type": "note", "entity_type": "contact", "entity_id": {{{demo.Story.ContactId}}}, "value_after": [{"note": {"text": "{{{SmsText}}}"}}]}
                    """;
                var created = await demo.CallByNameAsync(arguments, token).ConfigureAwait(false);
                Check.Equal("common_note", created.Text("via"), "what was written");
                demo.Story.EventNoteId = created.Id("note_id");
                return await ReadBackAsync(demo, NoteType.Common, token).ConfigureAwait(false);
            }),
        new(
            "amocrm_list_events",
            Typed: async (demo, token) =>
            {
                var request = new ListEventsRequest { Filter = new EventFilter { EntityTypes = [EventEntityType.Lead], EntityIds = [demo.Story.LeadId], Types = [EventType.LeadAdded] } };
                var events = await demo.CallAsync(amo => amo.Events.ListAsync(request, token)).ConfigureAwait(false);
                Check.That(events.Items is [{ } only] && only.EntityId == demo.Story.LeadId && only.Type == EventType.LeadAdded, "the log holds the creation of the lead");
                return "the lead's creation";
            },
            ByName: async (demo, token) =>
            {
                var arguments = $$$"""{"filter": {"entity": ["contact"], "entity_id": [{{{demo.Story.ContactId}}}], "type": ["common_note_added"]}, "limit": 100}""";
                var events = await demo.CallByNameAsync(arguments, token).ConfigureAwait(false);
                Check.Equal(demo.Story.EventNoteId, events.Id("items.0.value_after.0.note.id"), "the note that the log tells of");
                return "the note's creation";
            }),
    ];

    private static async Task<string> ReadBackAsync(DemoTelling demo, NoteType type, CancellationToken token)
    {
        var note = Check.Found(await demo.Amo.Notes.GetAsync(EntityType.Contacts, demo.Story.EventNoteId, cancellationToken: token).ConfigureAwait(false), "the note that was written");
        Check.Equal(type, note.NoteType, "the kind of the note");
        Check.Equal(SmsText, note.Parameters?.Text, "its text");
        return $"via {type}";
    }
}
