namespace AmoCrm.Sdk.Resilience;

/// <summary>What a circuit says to an attempt.</summary>
internal enum BlockPass
{
    /// <summary>Nothing may be sent.</summary>
    Refused,

    /// <summary>Nothing is known against it.</summary>
    Free,

    /// <summary>It is the one that is let through to see.</summary>
    Probe,
}
