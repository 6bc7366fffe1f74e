using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AmoCrm.Sdk.Generators.Tests.TestSupport;

/// <summary>Options as the project file gives them: YAML under spec/ is marked as manifest, other files are not.</summary>
internal sealed class ManifestOptions : AnalyzerConfigOptionsProvider
{
    public override AnalyzerConfigOptions GlobalOptions { get; } = new Marked(false);

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => new Marked(false);

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Marked(textFile.Path.Contains("spec/", StringComparison.Ordinal));

    private sealed class Marked(bool isManifest) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, out string value)
        {
            value = "true";
            return isManifest && key == "build_metadata.AdditionalFiles.AmoCrmManifest";
        }
    }
}
