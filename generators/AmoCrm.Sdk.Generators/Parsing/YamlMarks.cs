using AmoCrm.Sdk.Generators.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using YamlDotNet.Core;

namespace AmoCrm.Sdk.Generators.Parsing;

/// <summary>YamlDotNet counts lines and columns from one, Roslyn from zero. And what ends with the text, it may see on a line behind it.</summary>
internal sealed class YamlMarks
{
    private readonly int _length;
    private readonly LinePosition _end;

    public YamlMarks(string text)
    {
        _length = text.Length;
        _end = SourceText.From(text).Lines.GetLinePosition(_length);
    }

    public SourceSpan Span(Mark start, Mark end)
    {
        var first = Index(start);
        return new SourceSpan(
            TextSpan.FromBounds(first, Math.Max(first, Index(end))),
            new LinePositionSpan(Position(start), end.Index < start.Index ? Position(start) : Position(end)));
    }

    /// <summary>The place with the character behind it, where there is one.</summary>
    public SourceSpan WithNext(SourceSpan span) => span.Text.End >= _length
        ? span
        : new SourceSpan(
            TextSpan.FromBounds(span.Text.Start, span.Text.End + 1),
            new LinePositionSpan(span.Lines.Start, new LinePosition(span.Lines.End.Line, span.Lines.End.Character + 1)));

    private int Index(Mark mark) => (int)Math.Min(mark.Index, _length);

    private LinePosition Position(Mark mark) => mark.Index >= _length ? _end : new LinePosition(Math.Max(0, (int)mark.Line - 1), Math.Max(0, (int)mark.Column - 1));
}
