namespace AmoCrm.Sdk.Fuzzing.Mutating;

/// <summary>Makes new inputs of old ones: by bytes, by lines, and by the values of JSON.</summary>
/// <param name="random">Chance; the same seed makes the same inputs.</param>
/// <param name="words">What is put in.</param>
internal sealed class Mutator(Random random, IReadOnlyList<byte[]> words)
{
    private const int LongestInput = 64 * 1024;
    private const int MostChanges = 6;

    /// <param name="input">What is changed; it stays as it is.</param>
    /// <param name="other">Another input, of which parts may be taken.</param>
    public byte[] Mutate(byte[] input, byte[] other)
    {
        var changed = input;
        for (var changes = random.Next(1, MostChanges + 1); changes > 0; changes--)
        {
            changed = Change(changed, other);
        }

        return changed.Length <= LongestInput ? changed : changed[..LongestInput];
    }

    private byte[] Change(byte[] input, byte[] other) => random.Next(12) switch
    {
        0 => FlipBit(input),
        1 => Replace(input, AnyRange(input, 4), RandomBytes()),
        2 => Replace(input, AnyRange(input, 64), []),
        3 => Replace(input, AnyPlace(input), Word()),
        4 => Replace(input, AnyRange(input, 16), Word()),
        5 => Replace(input, AnyPlace(input), input[AnyRange(input, 256)]),
        6 => Replace(input, AnyRange(input, 64), other[AnyRange(other, 256)]),
        7 => ChangeLines(input, other),
        _ => ChangeValue(input, other),
    };

    private byte[] ChangeValue(byte[] input, byte[] other)
    {
        var spans = JsonSpans.Find(input);
        if (spans.Count == 0)
        {
            return Replace(input, AnyPlace(input), Word());
        }

        var span = spans[random.Next(spans.Count)];
        switch (random.Next(4))
        {
            case 0 when JsonSpans.Find(other) is { Count: > 0 } others:
                return Replace(input, span, other[others[random.Next(others.Count)]]);
            case 1:
                return Replace(input, span, input[spans[random.Next(spans.Count)]]);
            case 2:
                return Replace(input, span, [(byte)'[', .. input[span], (byte)',', .. input[span], (byte)']']);
            default:
                return Replace(input, span, Word());
        }
    }

    private byte[] ChangeLines(byte[] input, byte[] other)
    {
        var lines = Lines(input);
        var place = random.Next(lines.Count);
        switch (random.Next(5))
        {
            case 0:
                lines.RemoveAt(place);
                break;
            case 1:
                lines.Insert(place, lines[random.Next(lines.Count)]);
                break;
            case 2:
                lines[place] = [.. Enumerable.Repeat((byte)' ', random.Next(6)), .. lines[place].AsSpan().TrimStart((byte)' ')];
                break;
            case 3:
                lines.Insert(place, Lines(other) is var others ? others[random.Next(others.Count)] : []);
                break;
            default:
                lines[place] = Word();
                break;
        }

        return Join(lines);
    }

    private static List<byte[]> Lines(byte[] input)
    {
        var lines = new List<byte[]>();
        foreach (var line in input.AsSpan().Split((byte)'\n'))
        {
            lines.Add(input[line]);
        }

        return lines;
    }

    private static byte[] Join(List<byte[]> lines)
    {
        using var joined = new MemoryStream();
        for (var i = 0; i < lines.Count; i++)
        {
            joined.Write(i == 0 ? [] : "\n"u8);
            joined.Write(lines[i]);
        }

        return joined.ToArray();
    }

    private byte[] FlipBit(byte[] input)
    {
        var changed = (byte[])input.Clone();
        if (changed.Length > 0)
        {
            changed[random.Next(changed.Length)] ^= (byte)(1 << random.Next(8));
        }

        return changed;
    }

    private byte[] RandomBytes()
    {
        var bytes = new byte[random.Next(1, 5)];
        random.NextBytes(bytes);
        return bytes;
    }

    private byte[] Word() => words[random.Next(words.Count)];

    private Range AnyPlace(byte[] input)
    {
        var place = random.Next(input.Length + 1);
        return place..place;
    }

    private Range AnyRange(byte[] input, int longest)
    {
        var start = random.Next(input.Length + 1);
        return start..Math.Min(input.Length, start + random.Next(1, longest + 1));
    }

    private static byte[] Replace(byte[] input, Range range, byte[] with) => [.. input.AsSpan(0, range.Start.Value), .. with, .. input.AsSpan(range.End.Value)];
}
