namespace AmoCrm.Sdk;

/// <summary>One member of a request that amoCRM refused.</summary>
/// <param name="Path">The member, dotted with zero-based indexes: <c>custom_fields_values.0.field_id</c>; empty when amoCRM named none.</param>
/// <param name="Code">amoCRM's code, such as <c>NotSupportedChoice</c> or <c>FieldNotExpected</c>; empty when it sent none.</param>
/// <param name="Detail">amoCRM's explanation; may quote what was sent.</param>
/// <param name="RequestId">The <c>request_id</c> of the item of a batch; its zero-based index as text where none was sent.</param>
public sealed record AmoCrmValidationError(string Path, string Code, string? Detail = null, string? RequestId = null)
{
    /// <summary>The code and the path.</summary>
    public override string ToString() => (Code, Path) switch
    {
        ("", "") => "unspecified",
        (_, "") => Code,
        ("", _) => Path,
        _ => $"{Code} at {Path}",
    };
}
