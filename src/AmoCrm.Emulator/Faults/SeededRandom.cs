namespace AmoCrm.Emulator.Faults;

/// <summary>Dice that a seed makes repeatable.</summary>
internal static class SeededRandom
{
    public static Random Create(int? seed) => seed is { } number ? new Random(number) : new Random();
}
