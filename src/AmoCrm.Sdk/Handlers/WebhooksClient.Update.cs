using AmoCrm.Sdk.Handlers;
using AmoCrm.Sdk.Transport;

namespace AmoCrm.Sdk;

public sealed partial class WebhooksClient
{
    public async partial Task<UpdateWebhookResult> UpdateAsync(UpdateWebhookRequest? request, CancellationToken cancellationToken)
    {
        request ??= new UpdateWebhookRequest();
        AdvancedOperations.UpdateWebhook.Validate?.Invoke(request);
        var handler = AdvancedOperations.UpdateWebhook.Handler;
        var current = request.WebhookId is { } id
            ? await WebhookLookup.ByIdAsync(this, id, handler, cancellationToken).ConfigureAwait(false)
            : await WebhookLookup.ByDestinationAsync(this, request.Destination!, handler, cancellationToken).ConfigureAwait(false);
        var oldAddress = current.Destination ?? throw MissingEntity.Of(handler);
        var newAddress = (request.WebhookId is null ? request.NewDestination : request.Destination) ?? oldAddress;

        var webhook = await CreateAsync(
            new CreateWebhookRequest { Destination = newAddress, Events = request.Events ?? current.Events ?? [], Sort = request.Sort ?? current.Sort },
            cancellationToken).ConfigureAwait(false);
        if (newAddress == oldAddress)
        {
            return new UpdateWebhookResult { WebhookId = webhook.Id, Webhook = webhook, CompletedSteps = ["subscribe"] };
        }

        // The new address first: the other way round, events of the time between would reach nobody.
        await DeleteAsync(new DeleteWebhookRequest { Destination = oldAddress }, cancellationToken).ConfigureAwait(false);
        return new UpdateWebhookResult { WebhookId = webhook.Id, Webhook = webhook, CompletedSteps = ["subscribe", "unsubscribe"] };
    }
}
