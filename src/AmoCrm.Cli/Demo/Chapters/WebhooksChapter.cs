using AmoCrm.Sdk;

namespace AmoCrm.Cli.Demo.Chapters;

/// <summary>The site of the salon wants to know when a lead moves.</summary>
internal sealed class WebhooksChapter : IDemoChapter
{
    public string Title => "Webhooks";

    public IReadOnlyList<DemoStep> Steps { get; } =
    [
        new(
            "amocrm_create_webhook",
            Typed: async (demo, token) =>
            {
                var request = new CreateWebhookRequest { Destination = demo.Story.Webhook, Events = [WebhookEvent.AddLead, WebhookEvent.StatusLead] };
                var webhook = await demo.CallAsync(amo => amo.Webhooks.CreateAsync(request, token)).ConfigureAwait(false);
                Check.Equal(demo.Story.Webhook, webhook.Destination, "the address of the webhook");
                demo.Story.WebhookId = webhook.Id;
                return demo.Story.Webhook;
            },
            ByName: async (demo, token) =>
            {
                var webhook = await demo.CallByNameAsync($$"""{"destination": "{{demo.Story.Webhook}}", "events": ["add_lead", "status_lead"]}""", token).ConfigureAwait(false);
                Check.Equal(2, webhook.At("settings").GetArrayLength(), "the number of events");
                demo.Story.WebhookId = webhook.Id();
                return demo.Story.Webhook;
            }),
        new(
            "amocrm_update_webhook",
            Typed: async (demo, token) =>
            {
                var request = new UpdateWebhookRequest { WebhookId = demo.Story.WebhookId, Events = [WebhookEvent.AddLead, WebhookEvent.StatusLead, WebhookEvent.AddTask] };
                var updated = await demo.CallAsync(amo => amo.Webhooks.UpdateAsync(request, token)).ConfigureAwait(false);
                Check.Equal(3, updated.Webhook.Events?.Count, "the number of events");
                return "+ add_task";
            },
            ByName: async (demo, token) =>
            {
                var arguments = $$"""{"webhook_id": "{{demo.Story.WebhookId}}", "destination": "{{demo.Story.Webhook}}/v2"}""";
                var updated = await demo.CallByNameAsync(arguments, token).ConfigureAwait(false);
                Check.Equal($"{demo.Story.Webhook}/v2", updated.Text("webhook.destination"), "the new address");
                Check.Equal(2, updated.At("completed_steps").GetArrayLength(), "the number of steps");
                demo.Story.WebhookId = updated.Id("webhook_id");
                return "moved to /v2";
            }),
        new(
            "amocrm_list_webhooks",
            Typed: async (demo, token) =>
            {
                var webhooks = await demo.CallAsync(amo => amo.Webhooks.ListAsync(cancellationToken: token)).ConfigureAwait(false);
                var webhook = Check.Found(webhooks.FirstOrDefault(webhook => webhook.Id == demo.Story.WebhookId), "the webhook");
                Check.That(webhook.Events?.Contains(WebhookEvent.AddTask) == true, "the webhook reports the event that was added");
                return $"{webhooks.Count} webhooks";
            },
            ByName: async (demo, token) =>
            {
                var webhooks = await demo.CallByNameAsync("{}", token).ConfigureAwait(false);
                Check.That(!webhooks.HasItemWith("destination", demo.Story.Webhook), "the old address is gone");
                Check.Equal(demo.Story.WebhookId, webhooks.ItemWith("destination", $"{demo.Story.Webhook}/v2", "the new address").Id(), "the id of the webhook");
                return $"{webhooks.GetArrayLength()} webhooks";
            }),
        new(
            "amocrm_delete_webhook",
            Typed: async (demo, token) =>
            {
                var request = new DeleteWebhookRequest { Destination = demo.Story.Webhook };
                var deleted = await demo.CallAsync(amo => amo.Webhooks.DeleteAsync(request, token)).ConfigureAwait(false);
                Check.That(deleted.Deleted, "the answer says that the webhook is gone");
                return await IsGoneAsync(demo, token).ConfigureAwait(false);
            },
            ByName: async (demo, token) =>
            {
                var deleted = await demo.CallByNameAsync($$"""{"webhook_id": {{demo.Story.WebhookId}}}""", token).ConfigureAwait(false);
                Check.That(deleted.Flag("deleted"), "the answer says that the webhook is gone");
                return await IsGoneAsync(demo, token).ConfigureAwait(false);
            }),
    ];

    private static async Task<string> IsGoneAsync(DemoTelling demo, CancellationToken token)
    {
        var left = await demo.Amo.Webhooks.ListAsync(cancellationToken: token).ConfigureAwait(false);
        Check.That(left.All(webhook => webhook.Id != demo.Story.WebhookId), "the webhook is no longer listed");
        return "gone from the list";
    }
}
