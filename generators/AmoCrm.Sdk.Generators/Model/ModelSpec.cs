namespace AmoCrm.Sdk.Generators.Model;

/// <summary>One model: an object on the wire, a query string model, or a hand-made result.</summary>
/// <param name="Skip">Wire members that nobody keeps.</param>
internal sealed record ModelSpec(
    string Name,
    ModelKind Kind,
    string Summary,
    string? Docs,
    EquatableArray<string> Skip,
    EquatableArray<FieldSpec> Fields);
