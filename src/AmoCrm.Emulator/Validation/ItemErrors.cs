namespace AmoCrm.Emulator.Validation;

/// <summary>What is wrong with one item, by its index.</summary>
internal sealed record ItemErrors(int Index, JsonNode RequestId, IReadOnlyList<FieldError> Errors)
{
    /// <summary>The errors of an item under the request id that the switch says.</summary>
    public static ItemErrors Of(EmulatorRequest request, JsonObject item, int index, IReadOnlyList<FieldError> errors) =>
        new(index, request.Behaviour.ValidationRequestId == ValidationRequestId.Own && item["request_id"] is JsonValue own ? own.DeepClone() : BatchValidation.Index(index), errors);

    public JsonObject ToJson() => new()
    {
        ["request_id"] = RequestId,
        ["errors"] = JsonReading.Array(Errors.Select(error => error.ToJson())),
    };
}
