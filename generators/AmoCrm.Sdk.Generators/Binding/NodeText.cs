using AmoCrm.Sdk.Generators.Diagnostics;
using AmoCrm.Sdk.Generators.Parsing;

namespace AmoCrm.Sdk.Generators.Binding;

/// <summary>Reads a node where the manifest expects text.</summary>
internal static class NodeText
{
    /// <summary>The text; null when it is none. A plain scalar that YAML takes for something else is reported: it would read differently elsewhere.</summary>
    public static string? Read(YamlNode node, string what, FileScope scope)
    {
        if (node is not YamlScalar scalar)
        {
            scope.Report(DiagnosticDescriptors.WrongShape, node.Span, what, "text");
            return null;
        }

        if (scalar.Meaning is ScalarMeaning.Text)
        {
            return scalar.Value;
        }

        scope.Report(
            DiagnosticDescriptors.UnquotedText,
            scalar.Span,
            YamlCoreSchema.Describe(scalar.Meaning),
            Lower(what),
            scalar.Value);

        // What was meant is plain, unless it reads as nothing: going on with it keeps what refers to it sound.
        return scalar.Meaning == ScalarMeaning.Null ? null : scalar.Value;
    }

    private static string Lower(string what) => what.Length == 0 ? what : char.ToLowerInvariant(what[0]) + what.Substring(1);
}
