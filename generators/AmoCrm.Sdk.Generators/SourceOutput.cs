using System.Text;
using AmoCrm.Sdk.Generators.Emitting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace AmoCrm.Sdk.Generators;

/// <summary>Hands emitted files to the compiler.</summary>
internal static class SourceOutput
{
    /// <summary>UTF-8 without a byte order mark, like every file of the repository.</summary>
    private static readonly UTF8Encoding Encoding = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Adds the files; null stands for an artifact that this input does not have.</summary>
    public static void Add(this SourceProductionContext output, params SourceFile?[] files)
    {
        foreach (var file in files)
        {
            if (file is not null)
            {
                output.AddSource(file.HintName, SourceText.From(file.Text, Encoding));
            }
        }
    }
}
