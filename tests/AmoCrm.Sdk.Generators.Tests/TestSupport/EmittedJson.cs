using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AmoCrm.Sdk.Generators.Tests.TestSupport;

/// <summary>An emitted file of packed JSON: the comment that people read and the bytes that programs unpack.</summary>
internal static partial class EmittedJson
{
    /// <summary>The pieces that the bytes hold, by name, as they are written there.</summary>
    public static IReadOnlyDictionary<string, string> Of(string source)
    {
        using var document = JsonDocument.Parse(Unpacked(source));
        return document.RootElement.EnumerateObject().ToDictionary(static piece => piece.Name, static piece => piece.Value.GetRawText(), StringComparer.Ordinal);
    }

    /// <summary>What the bytes unpack to.</summary>
    public static string Unpacked(string source)
    {
        var bytes = CSharpSyntaxTree.ParseText(source, cancellationToken: TestContext.Current.CancellationToken).GetRoot(TestContext.Current.CancellationToken)
            .DescendantNodes()
            .OfType<ExpressionElementSyntax>()
            .Select(static element => Convert.ToByte(((LiteralExpressionSyntax)element.Expression).Token.Value, System.Globalization.CultureInfo.InvariantCulture));
        using var reader = new StreamReader(new DeflateStream(new MemoryStream([.. bytes]), CompressionMode.Decompress), Encoding.UTF8);
        return reader.ReadToEnd();
    }

    /// <summary>What the comment within the class says.</summary>
    public static string Comment(string source) => string.Join('\n', CommentLine().Matches(source).Select(static line => line.Groups["text"].Value));

    /// <summary>The file without the bytes.</summary>
    public static string WithoutBytes(string source) => ByteLine().Replace(source, "");

    [GeneratedRegex("^    // (?<text>.*)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CommentLine();

    [GeneratedRegex("^ {8}[0-9, ]+\n", RegexOptions.Multiline, 1000)]
    private static partial Regex ByteLine();
}
