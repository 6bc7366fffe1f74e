namespace AmoCrm.Sdk.Generators.Model;

/// <summary>What the JSON Schemas of models depend on.</summary>
/// <param name="Models">The models that params and results of handlers reach, ordered by name.</param>
/// <param name="Enums">The enums that these reach, ordered by name.</param>
internal sealed record ModelSchemasInput(EquatableArray<ModelSpec> Models, EquatableArray<EnumSpec> Enums);
