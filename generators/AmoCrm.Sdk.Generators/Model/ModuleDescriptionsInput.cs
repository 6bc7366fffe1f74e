namespace AmoCrm.Sdk.Generators.Model;

/// <summary>What the descriptions of a module's handlers depend on. Models they only name: what a model is made of is said in <see cref="ModelSchemasInput"/>.</summary>
/// <param name="Enums">The enums that its params and results are of, ordered by name.</param>
internal sealed record ModuleDescriptionsInput(ModuleSpec Module, EquatableArray<EnumSpec> Enums);
