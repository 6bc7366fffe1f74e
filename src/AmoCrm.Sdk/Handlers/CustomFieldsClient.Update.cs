using AmoCrm.Sdk.Handlers;
using AmoCrm.Sdk.Transport;

namespace AmoCrm.Sdk;

public sealed partial class CustomFieldsClient
{
    // One field by its id has no handler of its own: only the merging reads it.
    private static readonly Operation<(CustomFieldScope Scope, long FieldId), CustomField?> Read = new()
    {
        Handler = AdminOperations.UpdateCustomField.Handler,
        Method = HttpMethod.Get,
        PathTemplate = AdminOperations.UpdateCustomField.PathTemplate,
        Effect = HandlerEffect.Read,
        Retry = RetrySafety.Safe,
        Path = static field => $"/api/v4/{ApiPath.Segments(field.Scope, "entity_type")}/custom_fields/{ApiPath.Segment(field.FieldId, "field_id")}",
        Read = static (ref reader, _) => CustomField.ReadFrom(ref reader),
        Absent = static _ => null,
    };

    public async partial Task<CustomField> UpdateAsync(CustomFieldScope scope, long fieldId, UpdateCustomFieldRequest? request, CancellationToken cancellationToken)
    {
        request ??= new UpdateCustomFieldRequest();
        if (request.AddEnums is { Count: > 0 })
        {
            AdminOperations.UpdateCustomField.Validate?.Invoke(new UpdateCustomFieldArguments(scope, fieldId, request));
            request = await WithKeptEnumsAsync(scope, fieldId, request, cancellationToken).ConfigureAwait(false);
        }

        return await _api.SendAsync(AdminOperations.UpdateCustomField, new UpdateCustomFieldArguments(scope, fieldId, request), cancellationToken).ConfigureAwait(false);
    }

    // amoCRM deletes the values whose ids are not repeated, and with them what entities have in the field.
    private async Task<UpdateCustomFieldRequest> WithKeptEnumsAsync(
        CustomFieldScope scope, long fieldId, UpdateCustomFieldRequest request, CancellationToken cancellationToken)
    {
        var field = await _api.SendAsync(Read, (scope, fieldId), cancellationToken).ConfigureAwait(false) ?? throw MissingEntity.Of(Read.Handler);
        var kept = (field.Enums ?? []).Select(static value => new CustomFieldEnumInput { Id = value.Id, Value = value.Value, Sort = value.Sort, Code = value.Code });
        var merged = request.Clone();
        merged.Enums = [.. kept, .. request.AddEnums!];
        merged.AddEnums = null;
        return merged;
    }
}
