using Microsoft.CodeAnalysis.Text;

namespace AmoCrm.Sdk.Fuzzing.Oracles;

/// <summary>A place that an editor can go to.</summary>
internal static class PlaceOracle
{
    public static void Check(SourceText source, TextSpan span, LinePositionSpan lines)
    {
        FuzzFailureException.ThrowUnless(span.End <= source.Length, "A place is inside of its file.");
        FuzzFailureException.ThrowUnless(lines.Start <= lines.End && IsInside(source, lines.Start) && IsInside(source, lines.End), "A place is on a line that its file has.");
    }

    // The column behind the last character is one, where an end may be.
    private static bool IsInside(SourceText source, LinePosition position) =>
        position.Line < source.Lines.Count && position.Character <= source.Lines[position.Line].SpanIncludingLineBreak.Length;
}
