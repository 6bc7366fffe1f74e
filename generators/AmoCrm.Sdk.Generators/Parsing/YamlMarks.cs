using AmoCrm.Sdk.Generators.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using YamlDotNet.Core;

namespace AmoCrm.Sdk.Generators.Parsing;

/// <summary>YamlDotNet counts lines and columns from one, Roslyn from zero.</summary>
internal static class YamlMarks
{
    public static SourceSpan Span(Mark start, Mark end) => new(
        TextSpan.FromBounds((int)start.Index, Math.Max((int)start.Index, (int)end.Index)),
        new LinePositionSpan(Position(start), end.Index < start.Index ? Position(start) : Position(end)));

    private static LinePosition Position(Mark mark) => new(Math.Max(0, (int)mark.Line - 1), Math.Max(0, (int)mark.Column - 1));
}
