using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace AmoCrm.Sdk.Generators.Diagnostics;

/// <summary>Collects the mistakes of one run; the same mistake at the same place counts once.</summary>
internal sealed class DiagnosticBag
{
    private readonly List<ManifestDiagnostic> _diagnostics = [];
    private readonly HashSet<ManifestDiagnostic> _seen = [];
    private readonly HashSet<(string Path, TextSpan Span)> _unquoted = [];

    public void Report(DiagnosticDescriptor descriptor, string path, SourceSpan span, params string[] arguments) =>
        Add(new ManifestDiagnostic(descriptor.Id, path, span.Text, span.Lines, arguments.ToEquatableArray()));

    public void Add(ManifestDiagnostic diagnostic)
    {
        // A text that lacks its quotes is often no valid name or word either, and that is no second mistake.
        if (_unquoted.Contains((diagnostic.Path, diagnostic.Span)) || !_seen.Add(diagnostic))
        {
            return;
        }

        _diagnostics.Add(diagnostic);
        if (diagnostic.Id == DiagnosticDescriptors.UnquotedText.Id)
        {
            _unquoted.Add((diagnostic.Path, diagnostic.Span));
        }
    }

    /// <summary>Everything reported, by file and place.</summary>
    public EquatableArray<ManifestDiagnostic> ToSorted() =>
        _diagnostics.OrderBy(d => d.Path, StringComparer.Ordinal).ThenBy(d => d.Span.Start).ThenBy(d => d.Id, StringComparer.Ordinal).ToEquatableArray();
}
