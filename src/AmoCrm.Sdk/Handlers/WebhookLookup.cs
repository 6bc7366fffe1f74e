namespace AmoCrm.Sdk.Handlers;

/// <summary>Finds a webhook in the account's list: amoCRM itself knows them by their address only.</summary>
internal static class WebhookLookup
{
    /// <exception cref="AmoCrmNotFoundException">No webhook has the id.</exception>
    public static async Task<Webhook> ByIdAsync(IWebhooksClient webhooks, long id, string handler, CancellationToken cancellationToken) =>
        (await webhooks.ListAsync(null, cancellationToken).ConfigureAwait(false)).FirstOrDefault(webhook => webhook.Id == id) ?? throw MissingEntity.Of(handler);

    /// <exception cref="AmoCrmNotFoundException">No webhook has the address.</exception>
    public static async Task<Webhook> ByDestinationAsync(IWebhooksClient webhooks, string destination, string handler, CancellationToken cancellationToken) =>
        (await webhooks.ListAsync(new ListWebhooksRequest { Destination = destination }, cancellationToken).ConfigureAwait(false))
            .FirstOrDefault(webhook => webhook.Destination == destination) ?? throw MissingEntity.Of(handler);
}
