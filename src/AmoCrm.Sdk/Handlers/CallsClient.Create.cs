using System.Text.Json;
using AmoCrm.Sdk.Handlers;
using AmoCrm.Sdk.Transport;

namespace AmoCrm.Sdk;

public sealed partial class CallsClient
{
    public partial Task<CreateCallResult> CreateAsync(CreateCallRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request is { EntityId: { } entityId, EntityType: { } entityType }
            ? WriteNoteAsync(entityType, entityId, request, cancellationToken)
            : WriteCallAsync(request, cancellationToken);
    }

    // amoCRM itself looks for the contact or company with that phone.
    private async Task<CreateCallResult> WriteCallAsync(CreateCallRequest request, CancellationToken cancellationToken)
    {
        JsonElement answer;
        try
        {
            answer = await _api.SendAsync(AdvancedOperations.CreateCall, request, cancellationToken).ConfigureAwait(false);
        }
        catch (AmoCrmValidationException exception) when (CallAnswer.IsNotMatched(exception.Error))
        {
            throw new AmoCrmCallNotMatchedException(exception.Error);
        }

        return ResultOf(CallAnswer.Read(answer, AdvancedOperations.CreateCall), CallRoute.Calls);
    }

    private async Task<CreateCallResult> WriteNoteAsync(EntityType entityType, long entityId, CreateCallRequest request, CancellationToken cancellationToken)
    {
        AdvancedOperations.CreateCall.Validate?.Invoke(request);
        CallNotes.Check(AdvancedOperations.CreateCall.Handler, request.Direction, entityType);
        var note = await _api.Client.Notes.AddAsync(entityType, entityId, CallNotes.From(request, _api.Options.ApplicationName), cancellationToken).ConfigureAwait(false);
        return ResultOf(new Call { Id = note.Id, EntityId = entityId, EntityType = entityType, RequestId = note.RequestId }, CallRoute.CallNote);
    }

    private static CreateCallResult ResultOf(Call call, CallRoute via) => new()
    {
        CallId = call.Id,
        Via = via,
        EntityType = call.EntityType,
        EntityId = call.EntityId,
        RequestId = call.RequestId,
        Call = call,
    };
}
