using System.Text.Json;
using System.Text.Json.Nodes;
using AmoCrm.Sdk;
using AmoCrm.Sdk.AotTests;
using AmoCrm.Sdk.Engine;

// What a program published with Native AOT does with the library, against an emulator that AmoCrm.Sdk.Packaging.Tests runs.
// Exit codes: 0 everything as expected, 2 wrong usage; a wrong answer is an exception, which says which.
if (args is not [var address, var host, var token])
{
    await Console.Error.WriteLineAsync("usage: AmoCrm.Sdk.AotTests <emulator base URL> <account host> <access token>").ConfigureAwait(false);
    return 2;
}

await using var amo = new AmoCrmClient(new AmoCrmClientOptions
{
    ApplicationName = "aot-tests",
    EmulatorAddress = new Uri(address),
    SettingsResolver = new StaticSettingsResolver(new AmoCrmSettings { Subdomain = host, AccessToken = token }),
});

// Typed: a write with custom fields by code and by name, read back; an update of one member; pages; a choice by its text.
var created = await amo.Contacts.CreateAsync(new CreateContactRequest
{
    Name = "Анна Котова",
    Phone = "+79000000077",
    CustomFields = new() { ["POSITION"] = "designer" },
    Fetch = true,
}).ConfigureAwait(false);
Expect.Equal("+79000000077", created.Contact?.CustomFields?.GetText("PHONE"), "the phone of the created contact");
var lead = await amo.Leads.CreateAsync(new CreateLeadRequest
{
    Name = "Kitchen",
    Price = 185_000,
    ContactId = created.Id,
    CustomFields = new() { ["Источник"] = CustomFieldInputValue.Enum("Сайт") },
}).ConfigureAwait(false);
await amo.Leads.UpdateAsync(lead.Id, new UpdateLeadRequest { Price = 190_000 }).ConfigureAwait(false);
var saved = await amo.Leads.GetAsync(lead.Id, new GetLeadRequest { With = [LeadInclude.Contacts] }).ConfigureAwait(false);
Expect.Equal(190_000, saved?.Price, "the new budget");
Expect.Equal("Сайт", saved?.CustomFields?.GetText("Источник"), "the source of the lead");
Expect.Equal(created.Id, saved?.Contacts?[0].Id, "the contact of the lead");
var names = new List<string?>();
await foreach (var company in amo.Companies.EnumerateAsync(new ListCompaniesRequest { Limit = 2 }).ConfigureAwait(false))
{
    names.Add(company.Name);
}

var pages = new List<string?>();
await foreach (var page in amo.Companies.EnumeratePagesAsync(new ListCompaniesRequest { Limit = 2 }).ConfigureAwait(false))
{
    pages.Add(page.Continuation);
}

var rest = 0;
await foreach (var page in amo.Companies.EnumeratePagesAsync(continuation: pages[0]).ConfigureAwait(false))
{
    rest += page.Items.Count;
}

Expect.Equal(names.Count - 2, rest, "the companies behind the first page");
var outcomes = new List<BulkOutcomeKind>();
await foreach (var outcome in amo.Leads.BulkCreateAsync([new CreateLeadRequest { Name = "Sound" }, new CreateLeadRequest { Name = "Bad", StatusId = 999_999 }]).ConfigureAwait(false))
{
    outcomes.Add(outcome.Kind);
}

Expect.That(outcomes is [BulkOutcomeKind.Succeeded, BulkOutcomeKind.Rejected], "one lead is created and one is rejected");
Expect.That(names.Count >= 3 && names.Contains("ООО «Ромашка»"), "companies are enumerated over more than one page");
Expect.Equal<Company?>(null, await amo.Companies.GetAsync(99_999_999).ConfigureAwait(false), "a company that is not there");

// By name: the same handlers with JSON, ids as text; the typed request by name; bad params are refused.
using var arguments = JsonDocument.Parse($$"""{"lead_id": "{{lead.Id}}", "with": ["contacts"]}""");
var answer = await amo.InvokeAsync("amocrm_get_lead", arguments.RootElement).ConfigureAwait(false);
Expect.Equal("Kitchen", answer.GetProperty("name").GetString(), "the name of the lead by name");
var again = await amo.InvokeAsync<GetLeadArguments, Lead?>("amocrm_get_lead", new GetLeadArguments(lead.Id)).ConfigureAwait(false);
Expect.Equal(190_000, again?.Price, "the budget by name with a typed request");
using var wrong = JsonDocument.Parse("""{"led_id": 17}""");
await Expect.ThrowsAsync<AmoCrmArgumentException>(() => amo.InvokeAsync("amocrm_get_lead", wrong.RootElement), "an unknown param").ConfigureAwait(false);
await Expect.ThrowsAsync<AmoCrmNotSupportedException>(() => amo.Companies.DeleteAsync(11001), "a deletion that amoCRM does not offer").ConfigureAwait(false);

// The engine: a step with a placeholder.
await using var engine = await AmoCrmEngine.CreateAsync(amo).ConfigureAwait(false);
var context = new JsonObject { ["client"] = new JsonObject { ["id"] = created.Id } };
var step = new JsonObject { ["type"] = "amocrm_get_contact", ["params"] = new JsonObject { ["contact_id"] = "{client.id}" } };
var envelope = await engine.ExecuteStepAsync(step, context).ConfigureAwait(false);
Expect.Equal("Анна Котова", envelope["contact"]?["name"]?.GetValue<string>(), "the contact of the step");

// The models through System.Text.Json, without reflection.
var options = new JsonSerializerOptions { TypeInfoResolver = AmoCrmJsonTypeInfoResolver.Default };
var text = JsonSerializer.Serialize(saved!, options.GetTypeInfo(typeof(Lead)));
var read = (Lead?)JsonSerializer.Deserialize(text, options.GetTypeInfo(typeof(Lead)));
Expect.Equal(saved!.Name, read?.Name, "a lead after a round trip through JSON");

await Console.Out.WriteLineAsync("everything as expected").ConfigureAwait(false);
return 0;
