using AmoCrm.Sdk.Generators.Diagnostics;

namespace AmoCrm.Sdk.Generators.Parsing;

/// <summary>A node of a parsed file with its place.</summary>
internal abstract record YamlNode(SourceSpan Span);
