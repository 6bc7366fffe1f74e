using AmoCrm.Sdk.Fuzzing.Oracles;
using AmoCrm.Sdk.Generators.Parsing;
using AmoCrm.Sdk.Generators.Reading;
using Microsoft.CodeAnalysis.Text;

namespace AmoCrm.Sdk.Fuzzing.Targets;

/// <summary>One file of the manifest, text to nodes: hundreds of times as fast as the whole generator, which the target "manifest" runs.</summary>
internal sealed class YamlTarget : FuzzTarget
{
    private const string Path = "spec/models/a.yaml";

    public override string Name => "yaml";

    public override IEnumerable<string> Words => YamlShapes.Words;

    public override IReadOnlyList<GrowingInput> Growing => YamlShapes.Growing;

    public override ValueTask RunAsync(byte[] input)
    {
        var text = Encoding.UTF8.GetString(input);
        var parsed = YamlFileParser.Parse(new ManifestFile(Path, text), CancellationToken.None);
        var source = SourceText.From(text);
        foreach (var problem in parsed.Problems)
        {
            PlaceOracle.Check(source, problem.Span, problem.LineSpan);
        }

        Check(source, parsed.Root);
        return ValueTask.CompletedTask;
    }

    private static void Check(SourceText source, YamlNode? node)
    {
        if (node is null)
        {
            return;
        }

        PlaceOracle.Check(source, node.Span.Text, node.Span.Lines);
        switch (node)
        {
            case YamlMapping mapping:
                foreach (var entry in mapping.Entries)
                {
                    Check(source, entry.Key);
                    Check(source, entry.Value);
                }

                break;
            case YamlSequence sequence:
                foreach (var item in sequence.Items)
                {
                    Check(source, item);
                }

                break;
        }
    }
}
