using AmoCrm.Sdk.Generators.Binding;
using AmoCrm.Sdk.Generators.Parsing;
using AmoCrm.Sdk.Generators.Reading;
using AmoCrm.Sdk.Generators.Tests.TestSupport;

namespace AmoCrm.Sdk.Generators.Tests.Binding;

public sealed class FullManifestTests
{
    [Fact]
    public void Every_key_and_word_of_the_language_reaches_the_model()
    {
        var bound = ManifestBinder.Bind(FullManifest.Files.Select(file => YamlFileParser.Parse(new ManifestFile(file.Path, file.Text), CancellationToken.None)), CancellationToken.None);

        Assert.Empty(bound.Diagnostics);
        GoldenFile.Verify(ModelText.Of(bound.Sdk), "FullManifest.json");
    }
}
