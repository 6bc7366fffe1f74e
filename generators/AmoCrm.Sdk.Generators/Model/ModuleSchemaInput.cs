namespace AmoCrm.Sdk.Generators.Model;

/// <summary>What the JSON Schemas of a module depend on: a change of another model leaves them alone.</summary>
/// <param name="Models">The models that its params and results reach, ordered by name.</param>
/// <param name="Enums">The enums that its params and results reach, ordered by name.</param>
internal sealed record ModuleSchemaInput(ModuleSpec Module, EquatableArray<ModelSpec> Models, EquatableArray<EnumSpec> Enums);
