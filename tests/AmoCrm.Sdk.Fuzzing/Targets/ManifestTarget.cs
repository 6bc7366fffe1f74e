using AmoCrm.Sdk.Fuzzing.Oracles;
using AmoCrm.Sdk.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AmoCrm.Sdk.Fuzzing.Targets;

/// <summary>
/// The manifest, through the whole generator: never an exception (CS8785), each diagnostic at a place that the file has, and emitted C# that can be parsed, whatever names and
/// summaries are. Files are divided by lines <c>### path</c>.
/// </summary>
internal sealed class ManifestTarget : FuzzTarget
{
    private const string Divider = "### ";

    private static readonly CSharpCompilation Empty = CSharpCompilation.Create("Manifest");
    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Preview);

    public override string Name => "manifest";

    public override IEnumerable<string> Words => [.. YamlShapes.Words, "### spec/models/more.yaml\n", "*/", "\"\"\"", "</summary>"];

    // What the parser alone is about grows in the target "yaml".
    public override IReadOnlyList<GrowingInput> Growing => [.. YamlShapes.Growing.Where(static shape => shape.Name is "long text" or "many entries" or "one key many times")];

    public override ValueTask RunAsync(byte[] input)
    {
        var files = Split(Encoding.UTF8.GetString(input));
        var result = CSharpGeneratorDriver.Create([new SdkGenerator().AsSourceGenerator()], optionsProvider: ManifestOptions.Everything)
            .AddAdditionalTexts([.. files])
            .RunGenerators(Empty)
            .GetRunResult().Results.Single();
        if (result.Exception is { } exception)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(exception);
        }

        foreach (var diagnostic in result.Diagnostics)
        {
            CheckPlace(diagnostic, files);
        }

        foreach (var source in result.GeneratedSources)
        {
            var tree = CSharpSyntaxTree.ParseText(source.SourceText, ParseOptions);
            FuzzFailureException.ThrowUnless(!tree.GetDiagnostics().Any(), "What is emitted is C#.");
        }

        return ValueTask.CompletedTask;
    }

    private static void CheckPlace(Diagnostic diagnostic, List<ManifestFileText> files)
    {
        FuzzFailureException.ThrowUnless(diagnostic.Id.StartsWith("AMO", StringComparison.Ordinal), "A diagnostic is one of the generator's.");
        var place = diagnostic.Location.GetLineSpan();
        if (files.Find(file => file.Path == place.Path) is not { } file)
        {
            FuzzFailureException.ThrowUnless(diagnostic.Location == Location.None, "A diagnostic is about a file that there is.");
            return;
        }

        PlaceOracle.Check(file.GetText(), diagnostic.Location.SourceSpan, place.Span);
    }

    private static List<ManifestFileText> Split(string text)
    {
        var files = new List<ManifestFileText>();
        var isFirst = true;
        foreach (var part in ('\n' + text).Split('\n' + Divider))
        {
            var end = part.IndexOf('\n', StringComparison.Ordinal);
            var path = isFirst || end <= 0 ? "spec/handlers/first.yaml" : part[..end];
            var content = isFirst ? part.TrimStart('\n') : part[(end + 1)..];
            if (content.Length > 0 && files.TrueForAll(file => file.Path != path))
            {
                files.Add(new ManifestFileText(path, content));
            }

            isFirst = false;
        }

        return files;
    }
}
