namespace AmoCrm.Sdk.Fuzzing.Oracles;

/// <summary>An input of one shape in any size. What reads it may take time and memory in proportion, and no stack.</summary>
/// <param name="Name">The shape.</param>
/// <param name="Make">Makes it of about so many bytes.</param>
internal sealed record GrowingInput(string Name, Func<int, string> Make)
{
    /// <summary>Shapes that every reader of JSON gets to see.</summary>
    public static IReadOnlyList<GrowingInput> Json { get; } =
    [
        new("deep arrays", static size => new string('[', size)),
        new("closed deep arrays", static size => new string('[', size / 2) + new string(']', size / 2)),
        new("deep objects", static size => Repeat("{\"a\":", size)),
        new("long text", static size => $"\"{new string('x', size)}\""),
        new("long number", static size => new string('9', size)),
        new("long fraction", static size => "0." + new string('3', size)),
        new("escapes", static size => $"\"{Repeat("\\u0416", size)}\""),
        new("long name", static size => $"{{\"{new string('n', size)}\":1}}"),
        new("unknown members", static size => $"{{{string.Join(',', Enumerable.Range(0, size / 16).Select(static number => $"\"unknown{number}\":1"))}}}"),
        new("one name many times", static size => $"{{{string.Join(',', Enumerable.Repeat("\"id\":1", size / 7))}}}"),
        new("many items", static size => $"[{string.Join(',', Enumerable.Repeat("{\"id\":1}", size / 9))}]"),
        new("blanks", static size => new string(' ', size) + "{}"),
    ];

    public static string Repeat(string text, int size) => string.Concat(Enumerable.Repeat(text, Math.Max(1, size / text.Length)));

    /// <summary>The JSON shapes behind a line or several that say what they are for.</summary>
    public static IReadOnlyList<GrowingInput> JsonBehind(string lines) =>
        [.. Json.Select(shape => new GrowingInput(shape.Name, size => lines + shape.Make(size)))];

    public byte[] OfSize(int size) => Encoding.UTF8.GetBytes(Make(size));
}
