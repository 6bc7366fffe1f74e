namespace AmoCrm.Sdk.Soak.Kill;

internal enum KillVerdict
{
    /// <summary>Calls go on, now and after the next refresh.</summary>
    Recovered,

    /// <summary>amoCRM had given a pair that died with the process; the next attempt said so, and at the end a person was asked for.</summary>
    Signalled,

    /// <summary>Anything else: a refresh token is gone that need not be, or nobody was told.</summary>
    Lost,

    /// <summary>The machine was too slow for the short lease: a process did not get to its point, or had to give up on an answer. The run is made anew.</summary>
    Spoiled,
}
