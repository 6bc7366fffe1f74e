namespace AmoCrm.Cli;

/// <summary>What the command answers to the shell.</summary>
internal static class ExitCodes
{
    public const int Success = 0;

    /// <summary>amoCRM refused, could not be reached, or its answer was lost.</summary>
    public const int Failure = 1;

    /// <summary>The command line, the arguments or the settings are wrong; nothing was sent.</summary>
    public const int Usage = 2;

    /// <summary>An import is at its end, and some rows were refused or nobody knows of them. Running it again changes nothing.</summary>
    public const int Incomplete = 3;

    /// <summary>Stopped by Ctrl-C, as shells say it; the same command goes on.</summary>
    public const int Interrupted = 130;
}
