using AmoCrm.Sdk.Generators.Diagnostics;

namespace AmoCrm.Sdk.Generators.Parsing;

/// <summary>Where a text stops being YAML.</summary>
internal sealed record YamlSyntaxError(SourceSpan Place, string Message);
