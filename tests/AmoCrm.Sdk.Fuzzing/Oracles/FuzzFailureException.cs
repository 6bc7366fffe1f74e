namespace AmoCrm.Sdk.Fuzzing.Oracles;

/// <summary>Something that must hold does not.</summary>
/// <param name="message">What must hold, in the same words each time: failures are told apart by it.</param>
internal sealed class FuzzFailureException(string message) : Exception(message)
{
    public static void ThrowUnless(bool holds, string rule)
    {
        if (!holds)
        {
            throw new FuzzFailureException(rule);
        }
    }
}
