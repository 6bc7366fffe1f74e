using AmoCrm.Sdk.Generators.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using YamlDotNet.Core;

namespace AmoCrm.Sdk.Generators.Parsing;

/// <summary>Finds the entry that makes a file unreadable: the one without which the parser gets furthest.</summary>
internal static class YamlErrorRecovery
{
    /// <summary>A bracket or quote that is left open is noticed lines later, so lines above the error are tried too.</summary>
    private const int LinesAbove = 12;

    /// <summary>The text with that entry blanked and the entry's place; null when no entry is to blame.</summary>
    public static (string Text, SourceSpan Place)? CutBrokenEntry(string path, string text, YamlException error)
    {
        var source = SourceText.From(text);
        var errorLine = Math.Min(Math.Max(0, (int)error.Start.Line - 1), source.Lines.Count - 1);
        (string Text, SourceSpan Place)? best = null;
        var reach = error.Start.Index;
        for (var line = errorLine; line >= 0 && line >= errorLine - LinesAbove; line--)
        {
            if (IsBlank(source, line))
            {
                continue;
            }

            var candidate = Blank(source, text, line);
            var next = YamlFileParser.TryBuild(path, candidate).Error;
            var reached = next?.Start.Index ?? long.MaxValue;
            if (reached > reach)
            {
                reach = reached;
                best = (candidate, line == errorLine ? YamlMarks.Span(error.Start, error.End) : PlaceOf(source, line));
            }
        }

        return best;
    }

    private static string Blank(SourceText source, string text, int first)
    {
        var indentation = Indentation(source, first);
        var characters = text.ToCharArray();
        for (var line = first; line < source.Lines.Count; line++)
        {
            if (line > first && !IsBlank(source, line) && Indentation(source, line) <= indentation)
            {
                break;
            }

            for (var i = source.Lines[line].Start; i < source.Lines[line].End; i++)
            {
                characters[i] = ' ';
            }
        }

        return new string(characters);
    }

    private static SourceSpan PlaceOf(SourceText source, int line)
    {
        var span = TextSpan.FromBounds(source.Lines[line].Start + Indentation(source, line), source.Lines[line].End);
        return new SourceSpan(span, source.Lines.GetLinePositionSpan(span));
    }

    private static bool IsBlank(SourceText source, int line) => string.IsNullOrWhiteSpace(source.Lines[line].ToString());

    private static int Indentation(SourceText source, int line)
    {
        var text = source.Lines[line].ToString();
        return text.Length - text.TrimStart(' ').Length;
    }
}
