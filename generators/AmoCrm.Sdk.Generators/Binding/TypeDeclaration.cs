using AmoCrm.Sdk.Generators.Parsing;

namespace AmoCrm.Sdk.Generators.Binding;

/// <summary>A model or enum that has a name of its own and waits to be bound.</summary>
internal sealed record TypeDeclaration(FileScope Scope, YamlEntry Entry, MappingReader Reader);
