using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AmoCrm.Sdk.Generators.Tests.TestSupport;

/// <summary>The hand-written source of AmoCrm.Sdk, to be compiled with what the generator emits.</summary>
internal static class SdkCompilation
{
    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    // Roslyn 4.14 is older than C# 14; the SDK that builds the repository is not.
    private static readonly CSharpParseOptions ParseOptions = new(
        LanguageVersion.Preview, preprocessorSymbols: ["NET", "NET8_0_OR_GREATER", "NET9_0_OR_GREATER", "NET10_0", "NET10_0_OR_GREATER"]);

    public static CSharpCompilation HandWritten { get; } = CSharpCompilation.Create(
        "AmoCrm.Sdk",
        [CSharpSyntaxTree.ParseText(ImplicitUsings, ParseOptions), .. Sources()],
        References(),
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    /// <summary>The compiler's errors for the hand-written source and the emitted files.</summary>
    public static IReadOnlyList<string> Errors(GeneratorRun run) => Texts(run.Compilation.GetDiagnostics());

    /// <summary>Its errors outside of method bodies: all that it reports when the generator has found a mistake.</summary>
    public static IReadOnlyList<string> DeclarationErrors(GeneratorRun run) => Texts(run.Compilation.GetDeclarationDiagnostics());

    private static List<string> Texts(IEnumerable<Diagnostic> diagnostics) =>
    [
        .. diagnostics
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .Select(diagnostic => $"{Path.GetFileName(diagnostic.Location.SourceTree?.FilePath)}: {diagnostic.Id} {diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}"),
    ];

    private static IEnumerable<SyntaxTree> Sources() =>
        Directory.GetFiles(Path.Combine(RepositoryFiles.Root, "src", "AmoCrm.Sdk"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), ParseOptions, file));

    private static IEnumerable<MetadataReference> References() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(file => !Path.GetFileName(file).StartsWith("AmoCrm.", StringComparison.Ordinal))
            .Select(file => MetadataReference.CreateFromFile(file));
}
