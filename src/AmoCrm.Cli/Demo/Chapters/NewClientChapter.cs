using AmoCrm.Sdk;

namespace AmoCrm.Cli.Demo.Chapters;

/// <summary>Somebody calls: an old client is recognised by the phone, a new one gets a card.</summary>
internal sealed class NewClientChapter : IDemoChapter
{
    private const string OldClient = "Пётр Иванов";
    private const string OldPhone = "8 (900) 000-00-01";

    public string Title => "A new client calls";

    public IReadOnlyList<DemoStep> Steps { get; } =
    [
        new(
            "amocrm_find_contact",
            Typed: async (demo, token) =>
            {
                var found = await demo.CallAsync(amo => amo.Contacts.FindAsync(OldPhone, new FindContactRequest { Match = ContactMatch.Phone }, token)).ConfigureAwait(false);
                Check.Equal(OldClient, found.Contact?.Name, $"the owner of {OldPhone}");
                var unknown = await demo.Amo.Contacts.FindAsync(demo.Story.Phone, new FindContactRequest { Match = ContactMatch.Phone }, token).ConfigureAwait(false);
                Check.That(!unknown.Found && unknown.Contact is null, "a phone that nobody has finds nobody");
                return $"{OldPhone}: {OldClient}";
            },
            ByName: async (demo, token) =>
            {
                var found = await demo.CallByNameAsync($$"""{"query": "{{OldPhone}}", "match": "phone"}""", token).ConfigureAwait(false);
                Check.That(found.Flag("found"), "somebody is found");
                Check.Equal(OldClient, found.Text("contact.name"), $"the owner of {OldPhone}");
                return $"{OldPhone}: {OldClient}";
            }),
        new(
            "amocrm_create_contact",
            Typed: async (demo, token) =>
            {
                var request = new CreateContactRequest
                {
                    Name = demo.Story.Client,
                    Phone = demo.Story.Phone,
                    Tags = ["новосёл"],
                    CustomFields = new() { ["POSITION"] = "хозяйка" },
                };
                var created = await demo.CallAsync(amo => amo.Contacts.CreateAsync(request, token)).ConfigureAwait(false);
                demo.Story.ContactId = created.Id;
                return await ReadBackAsync(demo, "хозяйка", token).ConfigureAwait(false);
            },
            ByName: async (demo, token) =>
            {
                var arguments = $$$"""{"name": "{{{demo.Story.Client}}}", "phone": "{{{demo.Story.Phone}}}", "tags": ["новосёл"], "custom_fields": {"POSITION": "хозяин"}}""";
                var created = await demo.CallByNameAsync(arguments, token).ConfigureAwait(false);
                demo.Story.ContactId = created.Id();
                return await ReadBackAsync(demo, "хозяин", token).ConfigureAwait(false);
            }),
    ];

    private static async Task<string> ReadBackAsync(DemoTelling demo, string position, CancellationToken token)
    {
        var contact = Check.Found(await demo.Amo.Contacts.GetAsync(demo.Story.ContactId, cancellationToken: token).ConfigureAwait(false), "the new contact");
        Check.Equal(demo.Story.Client, contact.Name, "the name of the contact");
        Check.Equal(demo.Story.Phone, contact.CustomFields?.GetText("PHONE"), "the phone of the contact");
        Check.Equal(position, contact.CustomFields?.GetText("POSITION"), "the position of the contact");
        Check.That(contact.Tags?.Any(static tag => tag.Name == "новосёл") == true, "the contact has the tag that was given");
        return $"{contact.Name}, {demo.Story.Phone}";
    }
}
