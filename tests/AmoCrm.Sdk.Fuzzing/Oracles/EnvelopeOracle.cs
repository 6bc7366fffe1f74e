namespace AmoCrm.Sdk.Fuzzing.Oracles;

/// <summary>What holds of every envelope.</summary>
internal static class EnvelopeOracle
{
    public static void Check(JsonObject envelope, string handler)
    {
        FuzzFailureException.ThrowUnless(envelope["handler"]?.GetValue<string>() == handler, "An envelope names its handler.");
        if (envelope["success"]!.GetValue<bool>())
        {
            return;
        }

        var error = envelope["error"]!.GetValue<string>();
        FuzzFailureException.ThrowUnless(envelope["error_code"]!.GetValue<string>().Length > 0, "A failure has a code.");

        // Names of params are the caller's own and repeated as they are; of what amoCRM says, a line is taken.
        var isOurs = envelope["error_code"]!.GetValue<string>() != AmoCrmErrorCodes.InvalidParams;
        FuzzFailureException.ThrowUnless(!isOurs || (error.Length is > 0 and < 4096 && !error.Any(char.IsControl)), "A failure is told in one line of bounded length.");
    }
}
