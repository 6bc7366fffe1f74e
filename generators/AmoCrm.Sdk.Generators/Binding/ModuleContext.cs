namespace AmoCrm.Sdk.Generators.Binding;

/// <summary>What the handlers of a file share.</summary>
/// <param name="Docs">The documentation page of handlers that name none.</param>
internal sealed record ModuleContext(string Name, string Identifier, string? Docs, FileScope Scope);
