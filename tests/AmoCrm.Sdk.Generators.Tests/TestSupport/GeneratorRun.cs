using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AmoCrm.Sdk.Generators.Tests.TestSupport;

/// <summary>What the generator made of some files, and a place to edit them from.</summary>
internal sealed class GeneratorRun(
    GeneratorDriver driver, ImmutableArray<AdditionalText> files, CSharpCompilation input, Compilation output, GeneratorRunResult result)
{
    /// <summary>The emitted texts by hint name.</summary>
    public IReadOnlyDictionary<string, string> Files { get; } =
        result.GeneratedSources.ToDictionary(source => source.HintName.Replace('\\', '/'), source => source.SourceText.ToString(), StringComparer.Ordinal);

    public ImmutableArray<Diagnostic> Diagnostics => result.Diagnostics;

    /// <summary>The input with the emitted files.</summary>
    public Compilation Compilation => output;

    public GeneratorRunResult Result => result;

    /// <summary>Runs again with one file changed, added when it is new.</summary>
    public EditedRun Edit(string path, string text)
    {
        var edited = files.Any(file => file.Path == path)
            ? files.Select(file => file.Path == path ? new ManifestText(path, text) : file)
            : files.Append(new ManifestText(path, text));
        return Rerun([.. edited], input);
    }

    /// <summary>Runs again with one text replaced by another in one file.</summary>
    public EditedRun Replace(string path, string old, string with)
    {
        var text = files.Single(file => file.Path == path).GetText()!.ToString();
        Assert.Contains(old, text, StringComparison.Ordinal);
        return Edit(path, text.Replace(old, with, StringComparison.Ordinal));
    }

    /// <summary>Runs again with a C# file added.</summary>
    public EditedRun AddCSharp(string source) => Rerun(files, input.AddSyntaxTrees(CSharpSyntaxTree.ParseText(source)));

    private EditedRun Rerun(ImmutableArray<AdditionalText> edited, CSharpCompilation compilation)
    {
        var before = Files;
        var after = driver.ReplaceAdditionalTexts(edited).RunGenerators(compilation).GetRunResult().Results.Single();
        return new EditedRun(before, after);
    }
}
