namespace AmoCrm.Sdk.Tests.Handlers.Cases;

internal static class NoteCases
{
    private const string Written = """{"_embedded":{"notes":[{"id":81050,"entity_id":21001,"request_id":"0","_links":{"self":{"href":"https://verba.amocrm.ru/api/v4/leads/21001/notes/81050"}}}]}}""";

    public static IReadOnlyList<HandlerCase> All { get; } =
    [
        new()
        {
            Name = "amocrm_add_note",
            Call = static async amo => await amo.Notes.AddAsync(EntityType.Leads, 21001, new() { Text = "Просили перезвонить" }),
            Arguments = """{"entity_type":"lead","entity_id":21001,"note_text":"Просили перезвонить"}""",
            Exchanges =
            [
                new("POST /api/v4/leads/21001/notes") { Body = """[{"note_type":"common","params":{"text":"Просили перезвонить"}}]""", Answer = Written },
            ],
            Check = static result =>
            {
                var added = Assert.IsType<AddNoteResult>(result);
                Assert.Equal(81050, added.Id);
                Assert.Equal(21001, added.EntityId);
                Assert.Equal("0", added.RequestId);
            },
        },
        new()
        {
            Name = "amocrm_add_note: a call",
            Call = static async amo => await amo.Notes.AddAsync(EntityType.Contacts, 41001, new()
            {
                NoteType = NoteType.CallIn,
                Phone = "+74951234567",
                Duration = 61,
                Source = "АТС Верба",
                Link = "https://pbx.example/1.mp3",
                Uniq = "pbx-1",
                CallResult = "Договорились",
                CallStatus = CallStatus.Talked,
                CallResponsible = "Ольга Громова",
                CreatedBy = 8101,
                ResponsibleUserId = 8101,
                TriggersDigitalPipeline = false,
                CreatedAt = DateTimeOffset.FromUnixTimeSeconds(1700010000),
            }),
            Arguments = """
                {"entity_type":"contacts","entity_id":41001,"note_type":"call_in","phone":"+74951234567","duration":61,"source":"АТС Верба","link":"https://pbx.example/1.mp3",
                 "uniq":"pbx-1","call_result":"Договорились","call_status":4,"call_responsible":"Ольга Громова","created_by":8101,"responsible_user_id":8101,
                 "is_need_to_trigger_digital_pipeline":false,"created_at":1700010000}
                """,
            Exchanges =
            [
                new("POST /api/v4/contacts/41001/notes")
                {
                    Body = """
                        [{"note_type":"call_in","params":{"phone":"+74951234567","duration":61,"source":"АТС Верба","link":"https://pbx.example/1.mp3","uniq":"pbx-1",
                          "call_result":"Договорились","call_status":4,"call_responsible":"Ольга Громова"},"created_by":8101,"responsible_user_id":8101,
                          "is_need_to_trigger_digital_pipeline":false,"created_at":1700010000}]
                        """,
                    Answer = Written,
                },
            ],
            Check = static result => Assert.Equal(81050, Assert.IsType<AddNoteResult>(result).Id),
        },
        new()
        {
            Name = "amocrm_add_note: a place",
            Call = static async amo => await amo.Notes.AddAsync(EntityType.Companies, 31001, new()
            {
                NoteType = NoteType.Geolocation,
                Text = "Офис",
                Address = "Казань, Баумана, 1",
                Latitude = "55.79",
                Longitude = "49.11",
            }),
            Arguments = """{"entity_type":"company","entity_id":31001,"note_type":"geolocation","note_text":"Офис","address":"Казань, Баумана, 1","latitude":"55.79","longitude":"49.11"}""",
            Exchanges =
            [
                new("POST /api/v4/companies/31001/notes")
                {
                    Body = """[{"note_type":"geolocation","params":{"text":"Офис","address":"Казань, Баумана, 1","longitude":"49.11","latitude":"55.79"}}]""",
                    Answer = Written,
                },
            ],
            Check = static result => Assert.Equal(81050, Assert.IsType<AddNoteResult>(result).Id),
        },
        new()
        {
            Name = "amocrm_get_note",
            Call = static async amo => await amo.Notes.GetAsync(EntityType.Leads, 81001, new() { With = [NoteInclude.IsPinned] }),
            Arguments = """{"note_id":81001,"with":["is_pinned"]}""",
            Exchanges = [new("GET /api/v4/leads/notes/81001?with=is_pinned") { Answer = "note.json" }],
            Check = static result =>
            {
                var note = Assert.IsType<Note>(result);
                Assert.Equal(NoteType.Common, note.NoteType);
                Assert.Equal("Просили перезвонить", note.Parameters!.Text);
                Assert.True(note.IsPinned);
            },
        },
        new()
        {
            Name = "amocrm_get_note: missing",
            Call = static async amo => await amo.Notes.GetAsync(EntityType.Customers, 404404),
            Arguments = """{"entity_type":"customers","note_id":404404}""",
            Exchanges = [new("GET /api/v4/customers/notes/404404") { Status = 404, Answer = """{"title":"Not Found","status":404,"detail":"Note not found"}""" }],
            Check = Assert.Null,
            KeepsUnknownMembers = false,
        },
        new()
        {
            Name = "amocrm_list_notes",
            Call = static async amo => await amo.Notes.ListAsync(EntityType.Leads, new()
            {
                Filter = new()
                {
                    EntityIds = [21001, 21002],
                    NoteTypes = [NoteType.Common, NoteType.Attachment],
                    UpdatedAt = new DateTimeRange(DateTimeOffset.FromUnixTimeSeconds(1700010000)),
                },
                Order = new() { UpdatedAt = SortDirection.Ascending },
                Limit = 50,
            }),
            Arguments = """
                {"entity_type":"leads","filter":{"entity_id":[21001,21002],"note_type":["common","attachment"],"updated_at":{"from":1700010000}},"order":{"updated_at":"asc"},"limit":50}
                """,
            Exchanges =
            [
                new("GET /api/v4/leads/notes?filter[entity_id][]=21001&filter[entity_id][]=21002&filter[note_type][]=common&filter[note_type][]=attachment"
                    + "&filter[updated_at][from]=1700010000&order[updated_at]=asc&page=1&limit=50") { Answer = "notes.json" },
            ],
            Check = static result =>
            {
                var page = Assert.IsType<Page<Note>>(result);
                Assert.Equal("smeta.pdf", page.Items[1].Parameters!.FileName);
                Assert.True(page.Items[1].Parameters!.IsDriveAttachment);
            },
        },
    ];
}
