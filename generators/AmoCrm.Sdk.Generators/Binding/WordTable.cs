using AmoCrm.Sdk.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace AmoCrm.Sdk.Generators.Binding;

/// <summary>The words of one closed set and what they mean.</summary>
/// <param name="what">What the words are, for messages: <c>effect</c>.</param>
internal sealed class WordTable<T>(string what, params (string Word, T Value)[] words)
    where T : struct
{
    public string What { get; } = what;

    public DiagnosticDescriptor Unknown { get; init; } = DiagnosticDescriptors.UnknownWord;

    public IEnumerable<string> Words => words.Select(word => word.Word);

    public bool TryGet(string text, out T value)
    {
        foreach (var (word, meaning) in words)
        {
            if (word == text)
            {
                value = meaning;
                return true;
            }
        }

        value = default;
        return false;
    }
}
