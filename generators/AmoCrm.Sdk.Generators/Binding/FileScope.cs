using AmoCrm.Sdk.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace AmoCrm.Sdk.Generators.Binding;

/// <summary>The file that is being bound: where its mistakes are reported.</summary>
internal sealed class FileScope(string path, DiagnosticBag diagnostics, SecondHand secondHand)
{
    public string Path { get; } = path;

    public void Report(DiagnosticDescriptor descriptor, SourceSpan span, params string[] arguments)
    {
        if (!secondHand.Covers(descriptor, Path))
        {
            diagnostics.Report(descriptor, Path, span, arguments);
        }
    }
}
