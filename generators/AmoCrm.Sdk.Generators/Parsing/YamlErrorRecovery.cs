using System.Text.RegularExpressions;
using AmoCrm.Sdk.Generators.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace AmoCrm.Sdk.Generators.Parsing;

/// <summary>
/// Finds the entry that makes a file unreadable: the one without which the parser gets furthest. What encloses the error is tried
/// only when no single entry is to blame: a file without its handlers is readable, too.
/// </summary>
internal static class YamlErrorRecovery
{
    /// <summary>A bracket or quote that is left open is noticed lines later, so lines above the error are tried too.</summary>
    private const int LinesAbove = 12;

    private static readonly Regex Key = new(@"^ *[A-Za-z_]\w*:", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
    private static readonly Regex Type = new(@"\{ *type: *(?<type>[A-Za-z]\w*\??|""[A-Za-z]\w*(\[\])?\??"")(?=[ ,}])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    /// <summary>The text with that entry blanked and the entry's place; null when no entry is to blame.</summary>
    public static (string Text, SourceSpan Place)? CutBrokenEntry(string path, string text, YamlSyntaxError error)
    {
        var source = SourceText.From(text);
        var errorLine = Math.Min(error.Place.Lines.Start.Line, source.Lines.Count - 1);
        (string Text, SourceSpan Place)? best = null;
        (string Text, SourceSpan Place)? enclosing = null;
        var reach = error.Place.Text.Start;
        var indentation = Indentation(source, errorLine);
        for (var line = errorLine; line >= 0 && line >= errorLine - LinesAbove; line--)
        {
            if (IsBlank(source, line))
            {
                continue;
            }

            var encloses = Indentation(source, line) < indentation;
            indentation = Math.Min(indentation, Indentation(source, line));
            var (candidate, reached) = Cut(path, source, text, line);
            var place = line == errorLine ? error.Place : PlaceOf(source, line);
            if (encloses)
            {
                enclosing ??= reached > error.Place.Text.Start ? (candidate, place) : null;
            }
            else if (reached > reach)
            {
                reach = reached;
                best = (candidate, place);
            }
        }

        return best ?? enclosing;
    }

    /// <summary>The text without the entry; with its key and type when that is readable, for code may use the member.</summary>
    private static (string Text, int Reach) Cut(string path, SourceText source, string text, int line)
    {
        var without = Blank(source, text, line);
        var reach = Reach(path, without);
        if (Stub(source.Lines[line].ToString()) is not { } stub)
        {
            return (without, reach);
        }

        var start = source.Lines[line].Start;
        var reduced = without.Substring(0, start) + stub + without.Substring(start + stub.Length);
        return Reach(path, reduced) >= reach ? (reduced, reach) : (without, reach);
    }

    private static int Reach(string path, string text) => YamlTreeBuilder.Build(path, text).Error?.Place.Text.Start ?? int.MaxValue;

    /// <summary>What is left of a line: <c>phone: { type: string?, summary: "open</c> → <c>phone: { type: string? }</c>.</summary>
    private static string? Stub(string line)
    {
        var key = Key.Match(line);
        if (!key.Success)
        {
            return null;
        }

        var type = Type.Match(line);
        var stub = type.Success ? $"{key.Value} {{ type: {type.Groups["type"].Value} }}" : key.Value;
        return stub.Length <= line.Length ? stub : key.Value;
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
