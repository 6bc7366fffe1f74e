namespace AmoCrm.Sdk.Soak.Load;

/// <summary>A process that makes as many calls as it may.</summary>
internal static class LoadProcess
{
    /// <summary>The argument that makes this program one.</summary>
    public const string Argument = "--load";

    /// <summary>Starts a process and waits until it has made a call, so that all start together and none is still being compiled.</summary>
    public static async Task<ChildProcess> StartAsync(LoadSetup setup)
    {
        var process = ChildProcess.Start(Argument);
        await process.AskAsync<LoadSetup, LoadReport>(setup);
        return process;
    }

    public static Task<LoadReport> GoAsync(ChildProcess process) => process.AskAsync<string, LoadReport>("go");
}
