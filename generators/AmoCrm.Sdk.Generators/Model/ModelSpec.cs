namespace AmoCrm.Sdk.Generators.Model;

/// <summary>One model: an object on the wire, a query string model, or a hand-made result.</summary>
/// <param name="Skip">Wire members that nobody keeps.</param>
/// <param name="ShorthandString">The manifest name of the field that a JSON string in place of the object means; null when none does.</param>
/// <param name="ShorthandNumber">The same for a JSON number.</param>
internal sealed record ModelSpec(
    string Name,
    ModelKind Kind,
    string Summary,
    string? Docs,
    EquatableArray<string> Skip,
    EquatableArray<FieldSpec> Fields,
    string? ShorthandString = null,
    string? ShorthandNumber = null);
