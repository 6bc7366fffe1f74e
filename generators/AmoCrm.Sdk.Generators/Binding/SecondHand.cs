using AmoCrm.Sdk.Generators.Diagnostics;
using AmoCrm.Sdk.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace AmoCrm.Sdk.Generators.Binding;

/// <summary>Mistakes that malformed YAML makes elsewhere: an entry that was skipped is missed by what refers to it. They are not the author's, so they stay unsaid.</summary>
internal sealed class SecondHand
{
    private static readonly HashSet<string> InTheSameFile = new(
        new[]
        {
            DiagnosticDescriptors.MissingKey, DiagnosticDescriptors.MissingSummary, DiagnosticDescriptors.PathVariableWithoutParam, DiagnosticDescriptors.UnknownParam,
            DiagnosticDescriptors.UnknownEnvelopeExpression, DiagnosticDescriptors.PageWithoutPaging, DiagnosticDescriptors.UnknownFile, DiagnosticDescriptors.WrongShape,
            DiagnosticDescriptors.BadReturns, DiagnosticDescriptors.Contradiction, DiagnosticDescriptors.UnquotedText, DiagnosticDescriptors.UnknownKey,
        }.Select(descriptor => descriptor.Id),
        StringComparer.Ordinal);

    private static readonly HashSet<string> InAnyFile = new(
        new[]
        {
            DiagnosticDescriptors.UnknownType, DiagnosticDescriptors.UnknownClient, DiagnosticDescriptors.UnknownHandler, DiagnosticDescriptors.UnknownMember,
            DiagnosticDescriptors.UndocumentedEndpoint, DiagnosticDescriptors.BadDefault, DiagnosticDescriptors.UnknownField,
        }.Select(descriptor => descriptor.Id),
        StringComparer.Ordinal);

    private readonly HashSet<string> _malformed;

    public SecondHand(IEnumerable<ParsedFile> files)
    {
        var malformed = files.Where(file => file.Problems.Any(problem => problem.Id == DiagnosticDescriptors.MalformedYaml.Id));
        _malformed = new HashSet<string>(malformed.Select(file => file.Path), StringComparer.Ordinal);
    }

    /// <summary>True when a mistake of this kind in this file may come from malformed YAML.</summary>
    public bool Covers(DiagnosticDescriptor descriptor, string path) =>
        (_malformed.Contains(path) && InTheSameFile.Contains(descriptor.Id)) || (_malformed.Count > 0 && InAnyFile.Contains(descriptor.Id));
}
