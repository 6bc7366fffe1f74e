namespace AmoCrm.Emulator.Events;

/// <summary>26 lower-case characters in the manner of a ULID: ten of time, sixteen that only look random and repeat from run to run.</summary>
internal static class EventId
{
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

    public static string Create(DateTimeOffset time, int number)
    {
        var text = new char[26];
        var milliseconds = time.ToUnixTimeMilliseconds();
        for (var index = 9; index >= 0; index--)
        {
            text[index] = Alphabet[(int)(milliseconds & 31)];
            milliseconds >>= 5;
        }

        var mixed = unchecked((ulong)number * 0x9E3779B97F4A7C15UL);
        for (var index = 10; index < 22; index++)
        {
            text[index] = Alphabet[(int)(mixed & 31)];
            mixed >>= 5;
        }

        // The number itself at the end keeps two events of one millisecond apart for certain.
        for (var index = 25; index >= 22; index--)
        {
            text[index] = Alphabet[number & 31];
            number >>= 5;
        }

        return new string(text);
    }
}
