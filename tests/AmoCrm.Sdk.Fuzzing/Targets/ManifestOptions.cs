using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AmoCrm.Sdk.Fuzzing.Targets;

/// <summary>Marks every additional file as one of the manifest, as the project file does with those under spec/.</summary>
internal sealed class ManifestOptions : AnalyzerConfigOptionsProvider
{
    private static readonly Marked Options = new();

    public static ManifestOptions Everything { get; } = new();

    public override AnalyzerConfigOptions GlobalOptions => Options;

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => Options;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => Options;

    private sealed class Marked : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, out string value)
        {
            value = "true";
            return key == "build_metadata.AdditionalFiles.AmoCrmManifest";
        }
    }
}
