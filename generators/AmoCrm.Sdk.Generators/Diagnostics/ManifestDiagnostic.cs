using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace AmoCrm.Sdk.Generators.Diagnostics;

/// <summary>A mistake in the manifest as a value; it becomes a <see cref="Diagnostic"/> at the last moment, for a Diagnostic holds on to Roslyn objects.</summary>
internal sealed record ManifestDiagnostic(string Id, string Path, TextSpan Span, LinePositionSpan LineSpan, EquatableArray<string> Arguments)
{
    public Diagnostic ToDiagnostic() => Diagnostic.Create(
        DiagnosticDescriptors.ById[Id],
        Location.Create(Path, Span, LineSpan),
        [.. Arguments]);
}
