using System.Text.Json.Nodes;

namespace AmoCrm.Emulator.Tests.Shapes;

/// <summary>The emulator takes every body that amoCRM documents: only ids of other accounts may be refused.</summary>
public sealed class OfficialRequestTests : EmulatorTest
{
    [Theory]
    [InlineData("POST", "catalogs", "catalogs-api/03-dobavlenie-spiskov.request.json")]
    [InlineData("PATCH", "catalogs/9001/elements", "catalogs-api/11-redaktirovanie-elementov-spiskov.request.json")]
    [InlineData("PATCH", "companies", "companies-api/05-redaktirovanie-kompanii.request.json")]
    [InlineData("POST", "contacts", "contacts-api/03-dobavlenie-kontaktov.request.json")]
    [InlineData("PATCH", "contacts/10001", "contacts-api/05-redaktirovanie-kontaktov.request.json")]
    [InlineData("POST", "customers", "customers-api/05-dobavlenie-pokupatelei.request.json")]
    [InlineData("POST", "leads/12001/link", "entity-links-api/02-privyazka-suschnostei.request.json")]
    [InlineData("POST", "leads/12001/unlink", "entity-links-api/04-otvyazka-suschnostei.request.json")]
    [InlineData("POST", "leads/link", "entity-links-api/06-massovaya-privyazka-suschnostei.request.json")]
    [InlineData("POST", "leads/unlink", "entity-links-api/08-massovaya-otvyazka-suschnostei.request.json")]
    [InlineData("POST", "leads/12001/notes", "events-and-notes/23-dobavlenie-primechanii.request.json")]
    [InlineData("PATCH", "leads/notes", "events-and-notes/25-redaktirovanie-primechanii.request.json")]
    [InlineData("POST", "leads", "leads-api/03-dobavlenie-sdelok.request.json")]
    [InlineData("PATCH", "leads", "leads-api/07-redaktirovanie-sdelok.request.json")]
    [InlineData("POST", "leads/pipelines", "leads_pipelines/03-dobavlenie-voronok.request.json")]
    [InlineData("PATCH", "leads/pipelines/7002", "leads_pipelines/05-redaktirovanie-voronki.request.json")]
    [InlineData("PATCH", "leads/12001", "tags-api/06-udalenie-tegov-u-suschnosti.request.json")]
    [InlineData("PATCH", "tasks", "tasks-api/05-redaktirovanie-zadach.request.json")]
    [InlineData("PATCH", "tasks/14001", "tasks-api/07-vypolnenie-zadachi.request.json")]
    [InlineData("DELETE", "webhooks", "webhooks-api/04-otpiska-ot-sobytii.request.json")]
    [InlineData("POST", "widgets/demo_telephony", "widgets-api/03-ustanovka-vidzheta-v-akkaunt.request.json")]
    public async Task An_official_request_is_understood(string method, string path, string sample)
    {
        var folder = Environment.GetEnvironmentVariable("AMOCRM_SAMPLES");
        Assert.SkipWhen(string.IsNullOrEmpty(folder), "AMOCRM_SAMPLES names no folder with the official samples");
        var body = await File.ReadAllTextAsync(Path.Combine(folder!, sample), Cancellation);

        var reply = await SendAsync(new HttpMethod(method), path, body);

        Assert.All(CodesOf(reply), code => Assert.StartsWith("NotSupportedChoice ", code, StringComparison.Ordinal));
        Assert.True((int)reply.Status is 200 or 204 or 400 or 404, reply.Text);
    }

    private static IEnumerable<string> CodesOf(Reply reply)
    {
        if (reply.ContentType != "application/problem+json" || reply.Json["validation-errors"] is not JsonArray items)
        {
            return reply.ContentType == "application/problem+json" && (int)reply.Status == 400 ? [reply.Text] : [];
        }

        return items.SelectMany(item => item!["errors"]!.AsArray()).Select(error => $"{error!["code"]} {error["path"]}");
    }
}
