using AmoCrm.Sdk.Handlers;
using AmoCrm.Sdk.Transport;

namespace AmoCrm.Sdk;

public sealed partial class WebhooksClient
{
    public async partial Task<DeleteWebhookResult> DeleteAsync(DeleteWebhookRequest? request, CancellationToken cancellationToken)
    {
        request ??= new DeleteWebhookRequest();
        var operation = AdvancedOperations.DeleteWebhook;
        operation.Validate?.Invoke(request);
        var destination = request.Destination;
        if (request.WebhookId is { } id)
        {
            destination = (await WebhookLookup.ByIdAsync(this, id, operation.Handler, cancellationToken).ConfigureAwait(false)).Destination
                ?? throw MissingEntity.Of(operation.Handler);
        }

        await _api.SendAsync(operation, new DeleteWebhookRequest { Destination = destination }, cancellationToken).ConfigureAwait(false);
        return new DeleteWebhookResult { Deleted = true, WebhookId = request.WebhookId, Destination = destination ?? "" };
    }
}
