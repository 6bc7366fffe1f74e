using AmoCrm.Sdk.Generators.Diagnostics;

namespace AmoCrm.Sdk.Generators.Parsing;

/// <summary>A file as nodes with their places.</summary>
/// <param name="Root">The top mapping; null when nothing could be read.</param>
/// <param name="Problems">What is wrong with its YAML.</param>
internal sealed record ParsedFile(string Path, YamlMapping? Root, EquatableArray<ManifestDiagnostic> Problems);
