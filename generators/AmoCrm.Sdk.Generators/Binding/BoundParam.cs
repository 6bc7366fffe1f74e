using AmoCrm.Sdk.Generators.Diagnostics;
using AmoCrm.Sdk.Generators.Model;
using AmoCrm.Sdk.Generators.Parsing;

namespace AmoCrm.Sdk.Generators.Binding;

/// <summary>A param, and what is checked only when all of the handler's are known.</summary>
/// <param name="Target">Where it goes in the body; null for params that do not.</param>
internal sealed record BoundParam(ParamSpec Spec, YamlEntry Entry, MappingReader Reader, TargetPath? Target)
{
    /// <summary>True when the name was reported as misspelt: what refers to a name that is missing then, means this one.</summary>
    public bool IsDoubtful { get; init; }

    public SourceSpan Place => Entry.Key.Span;
}
