namespace AmoCrm.Sdk.Generators.Model;

/// <summary>One module file: a group of handlers.</summary>
/// <param name="Name">The module's name as the manifest spells it, for example <c>companies</c>.</param>
/// <param name="Identifier">The same in C#: <c>Companies</c>.</param>
internal sealed record ModuleSpec(string Name, string Identifier, string Summary, EquatableArray<HandlerSpec> Handlers);
