namespace AmoCrm.Emulator.Validation;

/// <summary>What is wrong with one item, by its index.</summary>
internal sealed record ItemErrors(int Index, IReadOnlyList<FieldError> Errors)
{
    public JsonObject ToJson() => new()
    {
        ["request_id"] = Index.ToString(CultureInfo.InvariantCulture),
        ["errors"] = JsonReading.Array(Errors.Select(error => error.ToJson())),
    };
}
