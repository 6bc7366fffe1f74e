namespace AmoCrm.Cli;

/// <summary>What a command takes from the machine beside its streams. Tests give their own.</summary>
internal sealed record CliMachine
{
    /// <summary>An environment variable; null when it is not there.</summary>
    public Func<string, string?> Variable { get; init; } = Environment.GetEnvironmentVariable;

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Shows a page to the person; false when there is nothing to show it with.</summary>
    public Func<Uri, bool> OpenBrowser { get; init; } = Browser.TryOpen;
}
