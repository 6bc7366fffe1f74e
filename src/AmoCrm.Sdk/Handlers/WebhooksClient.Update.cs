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
        var problem = await UnsubscribeAsync(oldAddress, cancellationToken).ConfigureAwait(false);
        return new UpdateWebhookResult
        {
            WebhookId = webhook.Id,
            Webhook = webhook,
            CompletedSteps = problem is null ? ["subscribe", "unsubscribe"] : ["subscribe"],
            UnsubscribeError = problem,
        };
    }

    // An exception would hide that the new address is subscribed (CustomHandlerTests.AnOldAddressThatStaysIsSaidAndNotThrown).
    private async Task<string?> UnsubscribeAsync(string destination, CancellationToken cancellationToken)
    {
        try
        {
            await DeleteAsync(new DeleteWebhookRequest { Destination = destination }, cancellationToken).ConfigureAwait(false);
            return null;
        }
        catch (AmoCrmException exception)
        {
            return exception.Message;
        }
    }
}
