namespace AmoCrm.Sdk.Tests.Handlers.Cases;

internal static class WebhookCases
{
    private const string Moved = """
        {"id":9310,"destination":"https://new.example/amo","created_at":1700080500,"updated_at":1700080500,"account_id":7100,"created_by":8101,"sort":1,"disabled":false,"settings":["add_lead","status_lead"]}
        """;

    public static IReadOnlyList<HandlerCase> All { get; } =
    [
        new()
        {
            Name = "amocrm_list_webhooks",
            Call = static async amo => await amo.Webhooks.ListAsync(new() { Destination = "https://verba.example/amo" }),
            Arguments = """{"destination":"https://verba.example/amo"}""",
            Exchanges = [new("GET /api/v4/webhooks?filter[destination]=https://verba.example/amo") { Answer = "webhooks.json" }],
            Check = static result =>
            {
                var webhooks = Assert.IsAssignableFrom<IReadOnlyList<Webhook>>(result);
                Assert.Equal([9301, 9302], webhooks.Select(static webhook => webhook.Id));
                Assert.Equal([WebhookEvent.AddLead, WebhookEvent.StatusLead], webhooks[0].Events!);
                Assert.True(webhooks[1].IsDisabled);
            },
        },
        new()
        {
            Name = "amocrm_list_webhooks: none",
            Call = static async amo => await amo.Webhooks.ListAsync(),
            Arguments = "{}",
            Exchanges = [new("GET /api/v4/webhooks") { Status = 204 }],
            Check = static result => Assert.Empty(Assert.IsAssignableFrom<IReadOnlyList<Webhook>>(result)),
        },
        new()
        {
            Name = "amocrm_create_webhook",
            Call = static async amo => await amo.Webhooks.CreateAsync(new() { Destination = "https://verba.example/amo", Events = [WebhookEvent.AddLead, "a_new_event"], Sort = 1 }),
            Arguments = """{"destination":"https://verba.example/amo","settings":["add_lead","a_new_event"],"sort":1}""",
            Exchanges =
            [
                new("POST /api/v4/webhooks") { Body = """{"destination":"https://verba.example/amo","settings":["add_lead","a_new_event"],"sort":1}""", Status = 201, Answer = "webhook.json" },
            ],
            Check = static result => Assert.Equal(9301, Assert.IsType<Webhook>(result).Id),
        },
        new()
        {
            Name = "amocrm_create_webhook: legacy events",
            Call = static async amo => await amo.Webhooks.CreateAsync(new() { Destination = "https://verba.example/amo", Events = [WebhookEvent.AddLead] }),
            Arguments = """{"destination":"https://verba.example/amo","events":["add_lead"]}""",
            Exchanges = [new("POST /api/v4/webhooks") { Body = """{"destination":"https://verba.example/amo","settings":["add_lead"]}""", Status = 201, Answer = "webhook.json" }],
            Check = static result => Assert.Equal(9301, Assert.IsType<Webhook>(result).Id),
        },
        new()
        {
            // The events are kept where only the position changes: the write replaces the whole set.
            Name = "amocrm_update_webhook",
            Call = static async amo => await amo.Webhooks.UpdateAsync(new() { WebhookId = 9301, Sort = 5 }),
            Arguments = """{"webhook_id":9301,"sort":5}""",
            Exchanges =
            [
                new("GET /api/v4/webhooks") { Answer = "webhooks.json" },
                new("POST /api/v4/webhooks") { Body = """{"destination":"https://verba.example/amo","settings":["add_lead","status_lead"],"sort":5}""", Status = 201, Answer = "webhook.json" },
            ],
            Check = static result =>
            {
                var updated = Assert.IsType<UpdateWebhookResult>(result);
                Assert.Equal(9301, updated.WebhookId);
                Assert.Equal(["subscribe"], updated.CompletedSteps);
            },
        },
        new()
        {
            Name = "amocrm_update_webhook: by its address",
            Call = static async amo => await amo.Webhooks.UpdateAsync(new() { Destination = "https://verba.example/amo", Events = [WebhookEvent.AddTask] }),
            Arguments = """{"destination":"https://verba.example/amo","events":["add_task"]}""",
            Exchanges =
            [
                new("GET /api/v4/webhooks?filter[destination]=https://verba.example/amo") { Answer = "webhooks.json" },
                new("POST /api/v4/webhooks") { Body = """{"destination":"https://verba.example/amo","settings":["add_task"],"sort":1}""", Status = 201, Answer = "webhook.json" },
            ],
            Check = static result => Assert.Equal(9301, Assert.IsType<UpdateWebhookResult>(result).Webhook.Id),
        },
        new()
        {
            // The new address first: the other way round, events of the time between would reach nobody.
            Name = "amocrm_update_webhook: a new address",
            Call = static async amo => await amo.Webhooks.UpdateAsync(new() { WebhookId = 9301, Destination = "https://new.example/amo" }),
            Arguments = """{"webhook_id":9301,"destination":"https://new.example/amo"}""",
            Exchanges =
            [
                new("GET /api/v4/webhooks") { Answer = "webhooks.json" },
                new("POST /api/v4/webhooks") { Body = """{"destination":"https://new.example/amo","settings":["add_lead","status_lead"],"sort":1}""", Status = 201, Answer = Moved },
                new("DELETE /api/v4/webhooks") { Body = """{"destination":"https://verba.example/amo"}""", Status = 204 },
            ],
            Check = static result =>
            {
                var updated = Assert.IsType<UpdateWebhookResult>(result);
                Assert.Equal(9310, updated.WebhookId);
                Assert.Equal(["subscribe", "unsubscribe"], updated.CompletedSteps);
            },
        },
        new()
        {
            Name = "amocrm_delete_webhook",
            Call = static async amo => await amo.Webhooks.DeleteAsync(new() { Destination = "https://verba.example/amo" }),
            Arguments = """{"destination":"https://verba.example/amo"}""",
            Exchanges = [new("DELETE /api/v4/webhooks") { Body = """{"destination":"https://verba.example/amo"}""", Status = 204 }],
            Check = static result =>
            {
                var deleted = Assert.IsType<DeleteWebhookResult>(result);
                Assert.True(deleted.Deleted);
                Assert.Equal("https://verba.example/amo", deleted.Destination);
            },
        },
        new()
        {
            Name = "amocrm_delete_webhook: by its id",
            Call = static async amo => await amo.Webhooks.DeleteAsync(new() { WebhookId = 9302 }),
            Arguments = """{"webhook_id":9302}""",
            Exchanges =
            [
                new("GET /api/v4/webhooks") { Answer = "webhooks.json" },
                new("DELETE /api/v4/webhooks") { Body = """{"destination":"https://old.example/hook"}""", Status = 204 },
            ],
            Check = static result => Assert.Equal((9302, "https://old.example/hook"), (Assert.IsType<DeleteWebhookResult>(result).WebhookId, ((DeleteWebhookResult)result!).Destination)),
        },
    ];
}
