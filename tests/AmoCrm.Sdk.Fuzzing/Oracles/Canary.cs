namespace AmoCrm.Sdk.Fuzzing.Oracles;

/// <summary>A word that stands for somebody's data: the mutator puts it where values are, and no message may repeat it.</summary>
internal static class Canary
{
    public const string Word = "c4n4ry-c4n4ry";

    public static void ThrowIfIn(Exception exception)
    {
        for (var current = exception; current is not null; current = current.InnerException)
        {
            ThrowIfIn(current.Message);
        }
    }

    public static void ThrowIfIn(string? text) =>
        FuzzFailureException.ThrowUnless(text?.Contains(Word, StringComparison.OrdinalIgnoreCase) != true, "A message repeats what was read.");
}
