using AmoCrm.Sdk.Generators.Diagnostics;
using AmoCrm.Sdk.Generators.Reading;
using Microsoft.CodeAnalysis.Text;

namespace AmoCrm.Sdk.Generators.Parsing;

/// <summary>
/// Reads a file of the manifest. A syntax error costs the entry it is in: the entry is blanked, so that the places of everything
/// else stay, and reading starts again. That is also how a file with three broken entries shows three errors.
/// </summary>
internal static class YamlFileParser
{
    private const int MaximumErrors = 20;

    public static ParsedFile Parse(ManifestFile file, CancellationToken cancellationToken)
    {
        var problems = new DiagnosticBag();
        var text = file.Text;
        for (var errors = 0; errors < MaximumErrors; errors++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (root, found, error) = YamlTreeBuilder.Build(file.Path, text);
            if (error is null)
            {
                foreach (var problem in found)
                {
                    problems.Add(problem);
                }

                return new ParsedFile(file.Path, AsMapping(root, file.Path, problems), problems.ToSorted());
            }

            var cut = YamlErrorRecovery.CutBrokenEntry(file.Path, text, error);
            problems.Report(DiagnosticDescriptors.MalformedYaml, file.Path, cut?.Place ?? error.Place, Sentence(error.Message));
            if (cut is null)
            {
                break;
            }

            text = cut.Value.Text;
        }

        return new ParsedFile(file.Path, null, problems.ToSorted());
    }

    private static YamlMapping? AsMapping(YamlNode? root, string path, DiagnosticBag problems)
    {
        if (root is YamlMapping mapping)
        {
            return mapping;
        }

        var place = root?.Span ?? new SourceSpan(default(TextSpan), default(LinePositionSpan));
        problems.Report(DiagnosticDescriptors.WrongShape, path, place, "A manifest file", "a mapping of keys to values");
        return null;
    }

    private static string Sentence(string message) => message.TrimEnd('.', ' ') + ".";
}
