using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace AmoCrm.Sdk.Generators.Tests.TestSupport;

/// <summary>A file of a test's manifest.</summary>
internal sealed class ManifestText(string path, string text) : AdditionalText
{
    public override string Path => path;

    public string Text => text;

    public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
}
