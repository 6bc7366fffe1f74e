using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace AmoCrm.Sdk.Fuzzing.Targets;

/// <summary>A file of a manifest.</summary>
internal sealed class ManifestFileText(string path, string text) : AdditionalText
{
    private readonly SourceText _source = SourceText.From(text);

    public override string Path => path;

    public override SourceText GetText(CancellationToken cancellationToken = default) => _source;
}
