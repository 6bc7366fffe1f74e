using AmoCrm.Sdk;

namespace AmoCrm.Cli.Demo.Chapters;

/// <summary>The client wants a kitchen: the lead, what was said, and how to find it again.</summary>
internal sealed class DealChapter : IDemoChapter
{
    private const string Said = "Хочет остров и подсветку, замер в субботу";

    public string Title => "The deal";

    public IReadOnlyList<DemoStep> Steps { get; } =
    [
        new(
            "amocrm_create_lead",
            Typed: async (demo, token) =>
            {
                var request = new CreateLeadRequest
                {
                    Name = demo.Story.Lead,
                    Price = 245000,
                    ContactId = demo.Story.ContactId,
                    CompanyId = demo.Story.CompanyId,
                    PipelineId = demo.Story.PipelineId,
                    StatusId = demo.Story.StageId,
                    Tags = [demo.Story.Tag],
                    CustomFields = new() { [demo.Story.Field] = CustomFieldInputValue.Enum("Графит"), ["AREA"] = 14 },
                };
                var created = await demo.CallAsync(amo => amo.Leads.CreateAsync(request, token)).ConfigureAwait(false);
                demo.Story.LeadId = created.Id;
                return await ReadBackAsync(demo, token).ConfigureAwait(false);
            },
            ByName: async (demo, token) =>
            {
                var arguments = $$$"""
                    {
                      "name": "{{{demo.Story.Lead}}}", "price": "245000", "contact_id": "{{{demo.Story.ContactId}}}", "company_id": {{{demo.Story.CompanyId}}},
                      "pipeline_id": {{{demo.Story.PipelineId}}}, "status_id": {{{demo.Story.StageId}}}, "tags": ["{{{demo.Story.Tag}}}"],
                      "custom_fields": {"{{{demo.Story.Field}}}": "Графит", "AREA": 14}
                    }
                    """;
                var created = await demo.CallByNameAsync(arguments, token).ConfigureAwait(false);
                demo.Story.LeadId = created.Id();
                return await ReadBackAsync(demo, token).ConfigureAwait(false);
            }),
        new(
            "amocrm_find_lead",
            Typed: async (demo, token) =>
            {
                var found = await demo.CallAsync(amo => amo.Leads.FindAsync(demo.Story.Lead, new FindLeadRequest { Match = LeadMatch.Name }, token)).ConfigureAwait(false);
                Check.Equal(demo.Story.LeadId, found.Lead?.Id, "the lead that was found");
                return demo.Story.Lead;
            },
            ByName: async (demo, token) =>
            {
                var found = await demo.CallByNameAsync($$"""{"query": "{{demo.Story.Lead}}"}""", token).ConfigureAwait(false);
                Check.Equal(demo.Story.LeadId, found.Id("lead.id"), "the lead that was found");
                return demo.Story.Lead;
            }),
        new(
            "amocrm_add_note",
            Typed: async (demo, token) =>
            {
                var added = await demo.CallAsync(amo => amo.Notes.AddAsync(EntityType.Leads, demo.Story.LeadId, new AddNoteRequest { Text = Said }, token)).ConfigureAwait(false);
                return await ReadNoteBackAsync(demo, added.Id, token).ConfigureAwait(false);
            },
            ByName: async (demo, token) =>
            {
                var added = await demo.CallByNameAsync($$"""{"entity_type": "lead", "entity_id": {{demo.Story.LeadId}}, "note_text": "{{Said}}"}""", token).ConfigureAwait(false);
                return await ReadNoteBackAsync(demo, added.Id(), token).ConfigureAwait(false);
            }),
        new(
            "amocrm_search",
            Typed: async (demo, token) =>
            {
                var found = await demo.CallAsync(amo => amo.Search.FindAsync(demo.Story.Client, new SearchRequest { Scope = SearchScope.All }, token)).ConfigureAwait(false);
                Check.That(found.Items.Any(item => item.Contact?.Id == demo.Story.ContactId), "the contact is found");
                Check.That(found.Items.Any(item => item.Lead?.Id == demo.Story.LeadId), "the lead is found");
                return $"{found.Count} hits";
            },
            ByName: async (demo, token) =>
            {
                var found = await demo.CallByNameAsync($$"""{"query": "{{demo.Story.Client}}", "entity_type": "all"}""", token).ConfigureAwait(false);
                Check.Equal(demo.Story.ContactId, found.At("items").ItemWith("entity_type", "contacts", "the contact").Id(), "the contact that is found");
                Check.Equal(demo.Story.LeadId, found.At("items").ItemWith("entity_type", "leads", "the lead").Id(), "the lead that is found");
                return $"{found.Text("count")} hits";
            }),
    ];

    private static async Task<string> ReadBackAsync(DemoTelling demo, CancellationToken token)
    {
        var lead = Check.Found(
            await demo.Amo.Leads.GetAsync(demo.Story.LeadId, new GetLeadRequest { With = [LeadInclude.Contacts] }, token).ConfigureAwait(false), "the new lead");
        Check.Equal(245000, lead.Price, "the budget");
        Check.Equal(demo.Story.StageId, lead.StatusId, "the stage");
        Check.Equal(demo.Story.ContactId, lead.Contacts is [{ } contact] ? contact.Id : 0, "the contact of the lead");
        Check.Equal(demo.Story.CompanyId, lead.Companies is [{ } company] ? company.Id : 0, "the company of the lead");
        Check.Equal("Графит", lead.CustomFields?.GetText(demo.Story.Field), "the colour that was chosen");
        Check.Equal(14, lead.CustomFields?.GetNumber("AREA"), "the area");
        Check.That(lead.Tags?.Any(tag => tag.Name == demo.Story.Tag) == true, "the lead has the tag that was given");
        return $"{lead.Name}, {lead.Price:0}";
    }

    private static async Task<string> ReadNoteBackAsync(DemoTelling demo, long noteId, CancellationToken token)
    {
        var note = Check.Found(await demo.Amo.Notes.GetAsync(EntityType.Leads, noteId, cancellationToken: token).ConfigureAwait(false), "the new note");
        Check.Equal(Said, note.Parameters?.Text, "the text of the note");
        Check.Equal(demo.Story.LeadId, note.EntityId, "the lead that the note is on");
        return Said;
    }
}
