using AmoCrm.Sdk.Fuzzing.Oracles;

namespace AmoCrm.Sdk.Fuzzing.Targets;

/// <summary>What YAML is made of, and what of it grows.</summary>
internal static class YamlShapes
{
    public static IReadOnlyList<string> Words { get; } =
        ["- ", ": ", "{ ", " }", "[", "]", "\"", "'", "|\n", ">\n", "&a ", "*a", "!!str ", "? ", "<<: ", "---\n", "...\n", "%YAML 1.2\n", "#", "\t", "\r", "\u0085", "\u2028"];

    public static IReadOnlyList<GrowingInput> Growing { get; } =
    [
        new("deep flow", static size => "models: " + new string('[', size)),
        new("deep blocks", static size => string.Concat(Enumerable.Range(0, (int)Math.Sqrt(size)).Select(static depth => new string(' ', depth) + "a:\n"))),
        new("long text", static size => $"summary: \"{new string('x', size)}\""),
        new("many entries", static size => "models:\n" + string.Concat(Enumerable.Range(0, size / 16).Select(static number => $"  Model{number}: {{}}\n"))),
        new("one key many times", static size => GrowingInput.Repeat("module: a\n", size)),
        new("many errors", static size => GrowingInput.Repeat("a: [ ?\n", size)),
        new("blanks", static size => new string(' ', size)),
        new("many documents", static size => GrowingInput.Repeat("---\n", size)),
    ];
}
