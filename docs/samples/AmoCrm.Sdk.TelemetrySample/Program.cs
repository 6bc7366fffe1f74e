using AmoCrm.Emulator;
using AmoCrm.Sdk;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

// Both have the name of the SDK. Everything else is OpenTelemetry's: another exporter sends the same elsewhere.
using var traces = Sdk.CreateTracerProviderBuilder().AddSource("AmoCrm.Sdk").AddConsoleExporter().Build();
using var metrics = Sdk.CreateMeterProviderBuilder().AddMeter("AmoCrm.Sdk").AddConsoleExporter().Build();

await using var crm = await AmoCrmEmulator.StartAsync(new AmoCrmEmulatorOptions { EnforceLimits = true });
crm.AddFault(new EmulatorFault { Path = "/api/v4/account", Kind = EmulatorFaultKind.Status, Status = 503 });
crm.AddFault(new EmulatorFault { Method = "POST", Path = "/api/v4/leads", Kind = EmulatorFaultKind.LostAnswer });
await using var amo = new AmoCrmClient(new AmoCrmClientOptions
{
    SettingsResolver = new StaticSettingsResolver(new AmoCrmSettings { Subdomain = crm.Host, AccessToken = crm.AccessToken }),
    EmulatorAddress = crm.BaseAddress,
});

// A call whose first attempt fails: one activity with two attempts inside it.
await amo.Account.GetAsync();

// A bulk write, and an answer that is lost on the way.
await foreach (var outcome in amo.Leads.BulkCreateAsync([new CreateLeadRequest { Name = "Kitchen" }, new CreateLeadRequest { Name = "Wardrobe" }]))
{
    Console.WriteLine($"Lead {outcome}");
}

// A list, page by page.
await foreach (var contact in amo.Contacts.EnumerateAsync(new ListContactsRequest { Limit = 2 }))
{
    Console.WriteLine($"Contact {contact.Id}");
}
