using System.Net;

namespace AmoCrm.Emulator.Tests.Accounts;

public sealed class EmptyAccountTests : EmulatorTest
{
    protected override AmoCrmEmulatorOptions Options() => new() { Seed = false, Accounts = { new EmulatorAccountOptions { Host = "empty.kommo.com", Name = "Empty" } } };

    [Fact]
    public async Task An_empty_account_has_predefined_things_only()
    {
        Assert.Equal("empty.kommo.com", Crm.Host);
        foreach (var path in new[] { "leads", "contacts", "companies", "customers", "tasks", "events", "catalogs", "leads/tags", "leads/notes", "leads/custom_fields", "webhooks" })
        {
            Assert.Equal(HttpStatusCode.NoContent, (await GetAsync(path)).Status);
        }

        Assert.Equal(EmulatorDemo.AdminId, Assert.Single((await GetAsync("users")).Ids("users")));
        Assert.Equal(EmulatorDemo.PipelineId, Assert.Single((await GetAsync("leads/pipelines")).Ids("pipelines")));
        Assert.Equal(["POSITION", "PHONE", "EMAIL"], (await GetAsync("contacts/custom_fields")).Items("custom_fields").Select(field => field!["code"]!.ToString()));
        Assert.Equal(10_001, await CreateAsync("contacts", """{"name":"First"}"""));
    }
}
