namespace AmoCrm.Emulator.Validation;

/// <summary>One thing wrong with an item of a request.</summary>
internal sealed record FieldError(string Code, string Path, string Detail)
{
    public static FieldError NotExpected(string path) => new("FieldNotExpected", path, "This field was not expected.");

    public static FieldError Missing(string path) => new("FieldMissing", path, "This field is missing.");

    public static FieldError NotNullable(string path) => new("NotNullable", path, "This value should not be null.");

    public static FieldError InvalidType(string path, string type) => new("InvalidType", path, $"This value should be of type {type}.");

    public static FieldError NotSupportedChoice(string path) => new("NotSupportedChoice", path, "The value you selected is not a valid choice.");

    public JsonObject ToJson() => new() { ["code"] = Code, ["path"] = Path, ["detail"] = Detail };
}
