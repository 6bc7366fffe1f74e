using AmoCrm.Sdk.Generators.Diagnostics;

namespace AmoCrm.Sdk.Generators.Parsing;

/// <summary>A single value.</summary>
/// <param name="IsPlain">True when it stands without quotes, so that YAML may read it as a number, a flag or null.</param>
internal sealed record YamlScalar(string Value, bool IsPlain, SourceSpan Span) : YamlNode(Span)
{
    public ScalarMeaning Meaning => IsPlain ? YamlCoreSchema.Resolve(Value) : ScalarMeaning.Text;
}
