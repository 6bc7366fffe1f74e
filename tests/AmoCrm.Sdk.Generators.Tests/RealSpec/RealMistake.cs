namespace AmoCrm.Sdk.Generators.Tests.RealSpec;

/// <summary>A mistake in a file of the real manifest: the first occurrence of a text is replaced.</summary>
/// <param name="Id">The id it is reported with.</param>
/// <param name="Path">The file, from the root of the repository.</param>
/// <param name="Old">What is replaced.</param>
/// <param name="With">What is there instead.</param>
public sealed record RealMistake(string Id, string Path, string Old, string With)
{
    /// <summary>The line, from zero, at which the replaced text begins.</summary>
    public int Line => RepositoryFiles.Read(Path)[..Position].Count(character => character == '\n');

    private int Position
    {
        get
        {
            var position = RepositoryFiles.Read(Path).IndexOf(Old, StringComparison.Ordinal);
            Assert.True(position >= 0, $"{Path} no longer says: {Old}");
            return position;
        }
    }

    public bool Overlaps(RealMistake other) => Path == other.Path && Position < other.Position + other.Old.Length && other.Position < Position + Old.Length;

    /// <summary>The text with the mistake in it; lines keep their numbers.</summary>
    public string Apply(string text)
    {
        var position = text.IndexOf(Old, StringComparison.Ordinal);
        Assert.True(position >= 0, $"{Path} no longer says: {Old}");
        return text[..position] + With + text[(position + Old.Length)..];
    }

    public override string ToString() => $"{Id} {With}";
}
