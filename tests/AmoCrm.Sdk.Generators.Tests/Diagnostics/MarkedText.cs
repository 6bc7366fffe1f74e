using Microsoft.CodeAnalysis.Text;

namespace AmoCrm.Sdk.Generators.Tests.Diagnostics;

/// <summary>A text in which <c>[|…|]</c> marks where a mistake is reported.</summary>
internal sealed record MarkedText(string Text, LinePositionSpan Span)
{
    public static MarkedText Parse(string marked)
    {
        var start = marked.IndexOf("[|", StringComparison.Ordinal);
        var end = marked.IndexOf("|]", StringComparison.Ordinal) - 2;
        Assert.True(start >= 0 && end >= start, "The text marks no place with [|…|].");
        var text = marked.Remove(end + 2, 2).Remove(start, 2);
        return new MarkedText(text, SourceText.From(text).Lines.GetLinePositionSpan(TextSpan.FromBounds(start, end)));
    }
}
