using System.Text.Json;
using AmoCrm.Sdk.Handlers;
using AmoCrm.Sdk.Json;
using AmoCrm.Sdk.Transport;

namespace AmoCrm.Sdk;

public sealed partial class CustomFieldsClient
{
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
        var field = await ReadAsync(scope, fieldId, cancellationToken).ConfigureAwait(false);
        var kept = (field.Enums ?? []).Select(static value => new CustomFieldEnumInput { Id = value.Id, Value = value.Value, Sort = value.Sort, Code = value.Code });
        var merged = request.Clone();
        merged.Enums = [.. kept, .. request.AddEnums!];
        merged.AddEnums = null;
        return merged;
    }

    private async Task<CustomField> ReadAsync(CustomFieldScope scope, long fieldId, CancellationToken cancellationToken)
    {
        var handler = AdminOperations.UpdateCustomField.Handler;
        var path = $"/api/v4/{ApiPath.Segments(scope, "entity_type")}/custom_fields/{ApiPath.Segment(fieldId, "field_id")}";
        var answer = (await _api.SendRawAsync(new AmoCrmRequest(HttpMethod.Get, path) { Handler = handler }, cancellationToken).ConfigureAwait(false)).EnsureSuccess();
        if (answer.Body.IsEmpty)
        {
            throw MissingEntity.Of(handler);
        }

        try
        {
            var reader = new Utf8JsonReader(answer.Body.Span);
            reader.Read();
            return CustomFieldJsonConverter.ReadValue(ref reader) ?? throw MissingEntity.Of(handler);
        }
        catch (JsonException exception)
        {
            throw new AmoCrmInvalidResponseException($"{handler}: the field's definition could not be read.", answer.StatusCode, exception) { Handler = handler };
        }
    }
}
