using System.Net;

namespace AmoCrm.Emulator.Tests.Webhooks;

public sealed class WebhookTests : EmulatorTest
{
    private const string Destination = "https://example.com/hook";

    [Fact]
    public async Task A_webhook_is_one_object_upserted_by_its_destination()
    {
        Assert.Equal(HttpStatusCode.NoContent, (await GetAsync("webhooks")).Status);
        var created = await PostAsync("webhooks", $$"""{"destination":"{{Destination}}","settings":["add_lead","update_lead"],"sort":10}""");
        Assert.Equal(HttpStatusCode.Created, created.Status);
        var again = await PostAsync("webhooks", $$"""{"destination":"{{Destination}}","settings":["add_task"]}""");
        Assert.Equal(created.Json["id"]!.ToString(), again.Json["id"]!.ToString());
        var list = await GetAsync("webhooks?filter[destination]=" + Uri.EscapeDataString(Destination));
        Assert.Equal("""["add_task"]""", list.Items("webhooks").Single()!["settings"]!.ToJsonString());
        Assert.Equal(HttpStatusCode.NoContent, (await GetAsync("webhooks?filter[destination]=https://example.com/other")).Status);
    }

    [Theory]
    [InlineData("""{"destination":"https://a.example.com","settings":["add_cow"]}""", "NotSupportedChoice settings.0")]
    [InlineData("""{"destination":"nowhere","settings":["add_lead"]}""", "InvalidUrl destination")]
    [InlineData("""{"destination":"https://a.example.com","events":["add_lead"]}""", "FieldNotExpected events", "FieldMissing settings")]
    [InlineData("""{"destination":"https://a.example.com","settings":[]}""", "NotBlank settings")]
    public async Task Wrong_webhooks_are_refused(string body, params string[] errors) => Assert.Equal(errors, (await PostAsync("webhooks", body)).Errors());

    [Fact]
    public async Task Deletion_takes_a_body()
    {
        await PostAsync("webhooks", $$"""{"destination":"{{Destination}}","settings":["add_lead"]}""");
        Assert.Equal(HttpStatusCode.NoContent, (await DeleteAsync("webhooks", $$"""{"destination":"{{Destination}}"}""")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await DeleteAsync("webhooks", $$"""{"destination":"{{Destination}}"}""")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await DeleteAsync("webhooks/18001")).Status);
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public async Task Whether_a_repost_enables_is_a_switch(bool enables, bool disabledAfter)
    {
        Crm.Behaviour.WebhookRepostEnables = enables;
        const string Body = $$"""{"destination":"{{Destination}}","settings":["add_lead"]}""";
        await PostAsync("webhooks", Body);
        Assert.True(Crm.DisableWebhook(Destination));
        Assert.True((await GetAsync("webhooks")).Items("webhooks")[0]!["disabled"]!.GetValue<bool>());
        Assert.Equal(disabledAfter, (await PostAsync("webhooks", Body)).Json["disabled"]!.GetValue<bool>());
    }

    [Fact]
    public async Task An_account_has_a_hundred_webhooks_at_most()
    {
        for (var number = 0; number < 100; number++)
        {
            Assert.Equal(HttpStatusCode.Created, (await PostAsync("webhooks", $$"""{"destination":"{{Destination}}/{{number}}","settings":["add_lead"]}""")).Status);
        }

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await PostAsync("webhooks", $$"""{"destination":"{{Destination}}","settings":["add_lead"]}""")).Status);
    }
}
