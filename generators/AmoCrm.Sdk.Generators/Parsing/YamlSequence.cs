using AmoCrm.Sdk.Generators.Diagnostics;

namespace AmoCrm.Sdk.Generators.Parsing;

/// <summary>Values in order.</summary>
internal sealed record YamlSequence(EquatableArray<YamlNode> Items, SourceSpan Span) : YamlNode(Span);
