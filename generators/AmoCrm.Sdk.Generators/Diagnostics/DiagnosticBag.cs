using Microsoft.CodeAnalysis;

namespace AmoCrm.Sdk.Generators.Diagnostics;

/// <summary>Collects the mistakes of one run; the same mistake at the same place counts once.</summary>
internal sealed class DiagnosticBag
{
    private readonly List<ManifestDiagnostic> _diagnostics = [];
    private readonly HashSet<ManifestDiagnostic> _seen = [];

    public void Report(DiagnosticDescriptor descriptor, string path, SourceSpan span, params string[] arguments) =>
        Add(new ManifestDiagnostic(descriptor.Id, path, span.Text, span.Lines, arguments.ToEquatableArray()));

    public void Add(ManifestDiagnostic diagnostic)
    {
        if (_seen.Add(diagnostic))
        {
            _diagnostics.Add(diagnostic);
        }
    }

    /// <summary>Everything reported, by file and place.</summary>
    public EquatableArray<ManifestDiagnostic> ToSorted() =>
        _diagnostics.OrderBy(d => d.Path, StringComparer.Ordinal).ThenBy(d => d.Span.Start).ThenBy(d => d.Id, StringComparer.Ordinal).ToEquatableArray();
}
