using AmoCrm.Emulator;
using AmoCrm.Sdk;

await using var crm = await AmoCrmEmulator.StartAsync();
var settings = new AmoCrmSettings { Subdomain = crm.Host, AccessToken = crm.AccessToken };
await using var amo = new AmoCrmClient(new() { EmulatorAddress = crm.BaseAddress, SettingsResolver = new StaticSettingsResolver(settings) });

var contact = await amo.Contacts.CreateAsync(new() { Name = "Anna Kotova", Phone = "+79000000077" });
var lead = await amo.Leads.CreateAsync(new() { Name = "Kitchen", Price = 185_000, ContactId = contact.Id });
var note = await amo.Notes.AddAsync(EntityType.Leads, lead.Id, new() { Text = "Wants to see the sample" });

var saved = await amo.Leads.GetAsync(lead.Id, new() { With = [LeadInclude.Contacts] });
var client = await amo.Contacts.GetAsync(saved!.Contacts![0].Id);
Console.WriteLine($"{client!.Name}, {client.CustomFields!.GetText("PHONE")}: {saved.Name}, {saved.Price}");
Console.WriteLine((await amo.Notes.GetAsync(EntityType.Leads, note.Id))!.Parameters!.Text);
