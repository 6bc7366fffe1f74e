namespace AmoCrm.Sdk.Fuzzing.Targets;

/// <summary>An input whose first line says what the rest is for.</summary>
/// <param name="Label">The first line.</param>
/// <param name="Rest">What is behind it.</param>
internal readonly record struct LabelledInput(string Label, byte[] Rest)
{
    public static LabelledInput Parse(byte[] input)
    {
        var end = Array.IndexOf(input, (byte)'\n');
        return end < 0
            ? new LabelledInput(Encoding.UTF8.GetString(input), [])
            : new LabelledInput(Encoding.UTF8.GetString(input.AsSpan(0, end)), input[(end + 1)..]);
    }

    /// <summary>The item that the label names; a label that names none stands for any, so that a changed label costs no run.</summary>
    public T Choose<T>(IReadOnlyDictionary<string, T> items, IReadOnlyList<string> names) =>
        items.TryGetValue(Label, out var item) ? item : items[names[Label.Length % names.Count]];
}
