namespace AmoCrm.Sdk.Resilience;

/// <summary>Where a permit stands. It takes up its places until its window is over.</summary>
internal enum WindowPermitPhase
{
    /// <summary>Its request has not left yet.</summary>
    Waiting,

    /// <summary>Its request has left, and its window runs.</summary>
    Counting,

    /// <summary>Its window is over, or nothing left with it.</summary>
    Over,
}
