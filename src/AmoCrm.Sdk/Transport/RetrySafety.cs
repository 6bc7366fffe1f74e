namespace AmoCrm.Sdk;

/// <summary>Whether a request may be repeated when it is not known what became of it.</summary>
public enum RetrySafety
{
    /// <summary>Only what was certainly not carried out may be repeated: a repetition could make a second one.</summary>
    Unsafe,

    /// <summary>It reads: it may be repeated.</summary>
    Safe,

    /// <summary>It writes, but twice is the same as once: it may be repeated.</summary>
    Idempotent,
}
