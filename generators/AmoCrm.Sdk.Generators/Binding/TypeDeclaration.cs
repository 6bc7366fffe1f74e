using AmoCrm.Sdk.Generators.Parsing;

namespace AmoCrm.Sdk.Generators.Binding;

/// <summary>A model or enum that has a name of its own and waits to be bound.</summary>
/// <param name="Name">The C# name; another than the entry's when that was refused.</param>
internal sealed record TypeDeclaration(FileScope Scope, YamlEntry Entry, string Name, MappingReader Reader);
