namespace AmoCrm.Sdk.Generators.Model;

/// <summary>The whole bound manifest: names resolved, defaults applied, no positions in any file.</summary>
/// <param name="Models">Every model, ordered by name.</param>
/// <param name="Enums">Every enum, ordered by name.</param>
/// <param name="Modules">Every module with its handlers, the five contract modules first, then by name.</param>
/// <param name="Clients">Every client noun, ordered by name.</param>
internal sealed record SdkModel(
    EquatableArray<ModelSpec> Models,
    EquatableArray<EnumSpec> Enums,
    EquatableArray<ModuleSpec> Modules,
    EquatableArray<ClientSpec> Clients);
