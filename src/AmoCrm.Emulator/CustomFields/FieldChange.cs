namespace AmoCrm.Emulator.CustomFields;

/// <summary>New values of a field; null clears it.</summary>
internal sealed record FieldChange(JsonObject Field, JsonArray? Values)
{
    public long FieldId => Field.Long("id")!.Value;
}
