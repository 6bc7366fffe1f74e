using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis.Text;

namespace AmoCrm.Sdk.Generators.Diagnostics;

/// <summary>A place in a file, as offsets and as zero-based lines and columns.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SourceSpan(TextSpan Text, LinePositionSpan Lines)
{
    /// <summary>From the start of one place to the end of another behind it.</summary>
    public static SourceSpan Between(SourceSpan first, SourceSpan last) => new(
        TextSpan.FromBounds(first.Text.Start, Math.Max(first.Text.Start, last.Text.End)),
        new LinePositionSpan(first.Lines.Start, last.Lines.End < first.Lines.Start ? first.Lines.Start : last.Lines.End));
}
